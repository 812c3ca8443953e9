using S3Cli.App;
using S3Cli.Tests.Driving;
using S3Gen;

namespace S3Cli.Tests;

internal sealed class InterruptionTests : CliFixture
{
    [Test]
    public async Task An_upload_that_is_interrupted_leaves_no_parts_behind()
    {
        using CancellationTokenSource interrupt = new();
        await using InterruptingStream input = new(interrupt, after: 12_000_000);

        CliRun run = await RunAsync(input, Stream.Null, interrupt.Token, "cp", "-", $"s3://{Bucket}/stream", "--part-size", "5MiB");

        ListMultipartUploadsResponse left = await Client.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { Bucket = Bucket });
        Assert.That((run.ExitCode, left.Uploads.Count), Is.EqualTo(((int)ExitCode.Canceled, 0)));
        Assert.That(await KeysAsync(), Is.Empty);
    }

    [Test]
    public async Task Output_that_is_interrupted_ends_at_once()
    {
        await PutAsync("a", new string('x', 1_000_000));
        using CancellationTokenSource interrupt = new();
        await using InterruptingStream output = new(interrupt, after: 0);

        CliRun run = await RunAsync(Stream.Null, output, interrupt.Token, "cat", $"s3://{Bucket}/a");

        Assert.That((run.ExitCode, run.Error.TrimEnd()), Is.EqualTo(((int)ExitCode.Canceled, "s3g: cat: canceled.")));
    }

    [Test]
    public async Task What_is_interrupted_before_it_begins_leaves_nothing()
    {
        await PutAsync("a", "x");
        using CancellationTokenSource interrupt = new();
        await interrupt.CancelAsync();

        CliRun run = await RunAsync(Stream.Null, Stream.Null, interrupt.Token, "cp", $"s3://{Bucket}/a", At("a"));

        Assert.That((run.ExitCode, Files().Length), Is.EqualTo(((int)ExitCode.Canceled, 0)));
    }

    private async Task<CliRun> RunAsync(Stream input, Stream output, CancellationToken cancellationToken, params string[] arguments)
    {
        await using StringWriter error = new();
        CliHost host = new() { Input = input, Output = output, Error = error, Credentials = Credentials };
        int code = await new CommandLineApp(host).RunAsync([.. arguments, "--endpoint-url", Endpoint.AbsoluteUri], cancellationToken);
        return new CliRun(code, [], error.ToString());
    }

    /// <summary>A stream without end, on which somebody presses Ctrl-C after so many bytes.</summary>
    private sealed class InterruptingStream(CancellationTokenSource interrupt, long after) : MemoryStream
    {
        private long _passed;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await PassAsync(buffer.Length, cancellationToken);
            return buffer.Length;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            PassAsync(buffer.Length, cancellationToken);

        private async ValueTask PassAsync(int count, CancellationToken cancellationToken)
        {
            _passed += count;
            if (_passed > after)
            {
                await interrupt.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}
