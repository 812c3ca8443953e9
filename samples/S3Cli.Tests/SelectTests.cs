using S3Cli.App;
using S3Cli.Tests.Driving;
using S3Gen;
using S3Gen.Integration.Selecting;
using S3Gen.Runtime;

namespace S3Cli.Tests;

/// <summary>Rows on the standard output: from moto, which selects them, and from streams that go wrong on their way.</summary>
internal sealed class SelectTests
{
    [TestCase("--output csv", "large,20\n")]
    [TestCase("--output jsonl", "{\"name\":\"large\",\"size\":\"20\"}\n")]
    public async Task Rows_of_an_object_are_written(string format, string expected)
    {
        (Uri endpoint, StaticCredentialProvider keys) = RequireMoto();
        await using S3Client client = new(new S3ClientOptions { EndpointUrl = endpoint, Region = "us-east-1", Credentials = keys });
        string bucket = $"s3g-select-{Guid.NewGuid():N}";
        await client.CreateBucketAsync(bucket);
        await client.PutObjectAsync(new PutObjectRequest { Bucket = bucket, Key = "rows.csv", Body = RequestBody.FromString("name,size\nsmall,1\nlarge,20\n") });

        CliRun run = await RunAsync(endpoint, keys, ["select", $"s3://{bucket}/rows.csv", "SELECT * FROM s3object s WHERE s.size = '20'", .. format.Split(' ')]);

        await client.DeleteObjectAsync(bucket, "rows.csv");
        await client.DeleteBucketAsync(bucket);
        Assert.That(run.Succeeded().Output, Is.EqualTo(expected));
    }

    [Test]
    public async Task Error_within_the_stream_is_told_after_the_rows_before_it()
    {
        await using EventStreamServer server = EventStreamServer.Sending(EventFrames.Records("1\n"), EventFrames.Error("OverMaxRecordSize", "The row is too long."));

        CliRun run = await SelectAsync(server.Endpoint);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo(((int)ExitCode.Failure, "1\n")));
        Assert.That(run.Error, Does.Contain("The row is too long."));
    }

    [Test]
    public async Task Stream_that_ends_too_early_is_no_success()
    {
        await using EventStreamServer server = EventStreamServer.Sending(EventFrames.Records("1\n"));

        CliRun run = await SelectAsync(server.Endpoint);

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Failure));
        Assert.That(run.Error, Does.Contain("incomplete"));
    }

    [Test]
    public async Task Interruption_ends_a_stream_that_stalls()
    {
        await using EventStreamServer server = EventStreamServer.StallingAfter(EventFrames.Records("1\n"));
        using CancellationTokenSource interrupt = new();
        await using InterruptingOutput output = new(interrupt);
        CliHost host = new() { Input = Stream.Null, Output = output, Error = TextWriter.Null, Credentials = new StaticCredentialProvider("AKIDEXAMPLE", "secret") };

        int code = await new CommandLineApp(host).RunAsync([.. Arguments, "--endpoint-url", server.Endpoint.AbsoluteUri], interrupt.Token);

        Assert.That(code, Is.EqualTo((int)ExitCode.Canceled));
        await server.ClientLeft;
    }

    private static string[] Arguments => ["select", "s3://bucket/key", "SELECT * FROM S3Object"];

    private static Task<CliRun> SelectAsync(Uri endpoint) => RunAsync(endpoint, new StaticCredentialProvider("AKIDEXAMPLE", "secret"), Arguments);

    private static async Task<CliRun> RunAsync(Uri endpoint, StaticCredentialProvider keys, string[] arguments)
    {
        using MemoryStream output = new();
        await using StringWriter error = new();
        CliHost host = new() { Input = Stream.Null, Output = output, Error = error, Credentials = keys };
        int code = await new CommandLineApp(host).RunAsync([.. arguments, "--endpoint-url", endpoint.AbsoluteUri, "--region", "us-east-1"], CancellationToken.None);
        return new CliRun(code, output.ToArray(), error.ToString());
    }

    private static (Uri Endpoint, StaticCredentialProvider Keys) RequireMoto()
    {
        if (Environment.GetEnvironmentVariable("MOTO_ENDPOINT") is not { Length: > 0 } endpoint)
        {
            const string Reason = "moto is not running: start it with 'eval \"$(generated-tests/servers/start.sh)\"'";
            Assert.That(Environment.GetEnvironmentVariable("S3GEN_REQUIRE_SERVERS"), Is.Not.EqualTo("1"), Reason);
            Assert.Ignore(Reason);
            throw new InvalidOperationException(Reason);
        }

        return (new Uri(endpoint), new StaticCredentialProvider(
            Environment.GetEnvironmentVariable("MOTO_ACCESS_KEY")!, Environment.GetEnvironmentVariable("MOTO_SECRET_KEY")!));
    }

    /// <summary>The standard output, at whose first bytes somebody presses Ctrl-C.</summary>
    private sealed class InterruptingOutput(CancellationTokenSource interrupt) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => await interrupt.CancelAsync();
    }
}
