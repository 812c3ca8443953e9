using System.IO.Pipelines;
using System.Text;

namespace S3Gen.Integration.Selecting;

/// <summary>Streams of events over a real connection, as S3 sends them and as they go wrong.</summary>
[Parallelizable(ParallelScope.All)] // Each has a server of its own, and some wait for a limit to pass.
public sealed class SelectedStreamTests
{
    [Test]
    public async Task Rows_come_whole_whatever_the_events_cut()
    {
        await using EventStreamServer server = EventStreamServer.Sending(
            EventFrames.Records("1,smal"), [.. EventFrames.KeepAlive(), .. EventFrames.Records("l\n2,")], EventFrames.Records("large\n"), [.. EventFrames.Stats(100, 16), .. EventFrames.End()]);
        await using S3Client s3 = ClientOf(server);
        using MemoryStream rows = new();

        SelectStats? stats = await (await s3.SelectObjectContentAsync(Request)).CopyRecordsToAsync(rows);

        Assert.That(Encoding.UTF8.GetString(rows.ToArray()), Is.EqualTo("1,small\n2,large\n"));
        Assert.That((stats!.BytesScanned, stats.BytesReturned), Is.EqualTo((100L, 16L)));
    }

    [Test]
    public async Task Rows_go_into_a_pipe()
    {
        await using EventStreamServer server = EventStreamServer.Sending(EventFrames.Records("1\n"), EventFrames.Records("2\n"), EventFrames.End());
        await using S3Client s3 = ClientOf(server);
        Pipe pipe = new();

        await (await s3.SelectObjectContentAsync(Request)).CopyRecordsToAsync(pipe.Writer);
        await pipe.Writer.CompleteAsync();

        Assert.That(Encoding.UTF8.GetString((await pipe.Reader.ReadAtLeastAsync(4)).Buffer.FirstSpan), Is.EqualTo("1\n2\n"));
    }

    [Test]
    public async Task Pipe_whose_reader_has_enough_ends_the_copy_and_the_connection()
    {
        await using EventStreamServer server = EventStreamServer.StallingAfter(EventFrames.Records("1\n"));
        await using S3Client s3 = ClientOf(server);
        Pipe pipe = new();
        await pipe.Reader.CompleteAsync();

        Assert.That(await (await s3.SelectObjectContentAsync(Request)).CopyRecordsToAsync(pipe.Writer), Is.Null);
        await server.ClientLeft;
    }

    [Test]
    public async Task Error_within_the_stream_is_the_services_after_the_rows_before_it()
    {
        await using EventStreamServer server = EventStreamServer.Sending(EventFrames.Records("1\n"), EventFrames.Error("OverMaxRecordSize", "The row is too long."));
        await using S3Client s3 = ClientOf(server);
        using MemoryStream rows = new();
        SelectObjectContentResponse response = await s3.SelectObjectContentAsync(Request);

        S3Exception failure = (await Assert.CatchAsync<S3Exception>(() => response.CopyRecordsToAsync(rows)))!;

        Assert.That((failure.ErrorCode, failure.ServiceMessage), Is.EqualTo(("OverMaxRecordSize", "The row is too long.")));
        Assert.That(rows.ToArray(), Is.EqualTo("1\n"u8.ToArray()));
    }

    [Test]
    public async Task Stream_that_ends_without_its_last_event_is_no_result()
    {
        await using EventStreamServer server = EventStreamServer.Sending(EventFrames.Records("1\n"));
        await using S3Client s3 = ClientOf(server);
        SelectObjectContentResponse response = await s3.SelectObjectContentAsync(Request);

        S3Exception failure = (await Assert.CatchAsync<S3Exception>(() => response.CopyRecordsToAsync(Stream.Null)))!;

        Assert.That(failure.Message, Does.Contain("incomplete"));
    }

    [Test]
    public async Task Cancellation_in_mid_stream_gives_the_connection_up()
    {
        await using EventStreamServer server = EventStreamServer.StallingAfter(EventFrames.Records("1\n"));
        await using S3Client s3 = ClientOf(server);
        using CancellationTokenSource cancel = new();
        List<string> rows = [];
        SelectObjectContentResponse response = await s3.SelectObjectContentAsync(Request);

        await Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            await foreach (ReadOnlyMemory<byte> piece in response.ReadRecordsAsync(cancel.Token))
            {
                rows.Add(Encoding.UTF8.GetString(piece.Span));
                await cancel.CancelAsync();
            }
        });

        Assert.That(rows, Is.EqualTo(new[] { "1\n" }));
        await server.ClientLeft;
    }

    [Test]
    public async Task Who_has_seen_enough_gives_the_connection_up()
    {
        await using EventStreamServer server = EventStreamServer.StallingAfter(EventFrames.Records("1\n"), EventFrames.Records("2\n"));
        await using S3Client s3 = ClientOf(server);
        await foreach (ReadOnlyMemory<byte> piece in (await s3.SelectObjectContentAsync(Request)).ReadRecordsAsync())
        {
            Assert.That(Encoding.UTF8.GetString(piece.Span), Is.EqualTo("1\n"));
            break;
        }

        await server.ClientLeft;
    }

    private static SelectObjectContentRequest Request => new()
    {
        Bucket = "bucket",
        Key = "key",
        Expression = "SELECT * FROM S3Object",
        ExpressionType = ExpressionType.Sql,
        InputSerialization = new InputSerialization { CSV = new CSVInput() },
        OutputSerialization = new OutputSerialization { CSV = new CSVOutput() },
    };

    private static S3Client ClientOf(EventStreamServer server) => new(new S3ClientOptions
    {
        EndpointUrl = server.Endpoint,
        Region = "us-east-1",
        Credentials = new StaticCredentialProvider("AKIDEXAMPLE", "secret"),
        MaxRetries = 0,
    });
}
