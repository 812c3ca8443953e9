using System.Text.Json;
using S3Cli.App;
using S3Cli.Tests.Driving;
using S3Gen.Runtime;

namespace S3Cli.Tests;

internal sealed class FailureTests : CliFixture
{
    [Test]
    public async Task An_error_says_in_one_line_what_why_and_what_to_do()
    {
        CliRun run = await RunAsync("cat", "s3://no-such-bucket/a");

        Assert.That(run.Error.TrimEnd(), Is.EqualTo("s3g: cat: there is no such bucket (NoSuchBucket). Check its name, or make it with 's3g mb'."));
        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.NotFound));
    }

    [Test]
    public async Task Verbose_adds_the_causes_but_no_stack_and_no_secret()
    {
        CliRun run = await RunAsync("cat", "{b}/a", "--verbose");

        Assert.That(run.Error, Does.Contain("NoSuchKeyException: GetObject failed: 404 NoSuchKey").And.Contains("request id"));
        Assert.That(run.Error, Does.Not.Contain("   at ").And.Not.Contains(Secret));
    }

    [Test]
    public async Task In_json_errors_are_json_too()
    {
        CliRun run = await RunAsync("cat", "{b}/a", "--json");

        JsonElement error = JsonDocument.Parse(run.Error).RootElement;
        Assert.That(error.GetProperty("type").GetString(), Is.EqualTo("error"));
        Assert.That(error.GetProperty("code").GetString(), Is.EqualTo("NoSuchKey"));
        Assert.That(error.GetProperty("exitCode").GetInt32(), Is.EqualTo(run.ExitCode));
        Assert.That(error.GetProperty("requestId").GetString(), Is.Not.Empty);
    }

    [Test]
    public async Task A_service_that_is_not_there_is_told_apart_from_one_that_refuses()
    {
        CliRun unreachable = await RunBareAsync(Keys("x"), "ls", "--endpoint-url", "http://127.0.0.1:1");
        CliRun refused = await RunBareAsync(Keys("wrong-secret-4711"), "ls", "--endpoint-url", Endpoint.AbsoluteUri);

        Assert.That((unreachable.ExitCode, refused.ExitCode), Is.EqualTo(((int)ExitCode.Unreachable, (int)ExitCode.Denied)));
        Assert.That(unreachable.Error, Does.Contain("--endpoint-url"));
        Assert.That(refused.Error, Does.Contain("SignatureDoesNotMatch").And.Not.Contains("4711"));
    }

    [Test]
    public async Task Unsigned_requests_are_refused_where_keys_are_wanted() =>
        Assert.That((await RunAsync("ls", "--no-sign-request")).ExitCode, Is.EqualTo((int)ExitCode.Denied));

    [Test]
    public async Task Without_usable_keys_the_error_says_where_they_could_come_from()
    {
        CliRun run = await RunBareAsync(new NoKeys(), "ls", "--endpoint-url", Endpoint.AbsoluteUri);

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Denied));
        Assert.That(run.Error, Does.Contain("AWS_ACCESS_KEY_ID").And.Contains("--profile"));
    }

    [TestCase("ls", "--profile", "no-such-profile-of-anybody")]
    [TestCase("ls", "--region", "not a region")]
    [TestCase("ls", "--ca-bundle", "/no/such/file.pem")]
    [TestCase("ls", "--endpoint-url", "localhost:9000")]
    [TestCase("lss")]
    [TestCase("ls", "--no-such-option")]
    [TestCase("ls", "bucket-without-scheme")]
    [TestCase("cp", "only-one")]
    [TestCase("cp", "a", "s3://b/c", "--part-size", "4MiB")]
    [TestCase("cp", "a", "s3://b/c", "--concurrency", "0")]
    [TestCase("cp", "a", "s3://b/c", "--metadata", "nothing")]
    [TestCase]
    public async Task A_command_line_that_is_none_ends_with_2_and_one_line(params string[] arguments)
    {
        CliRun run = await RunBareAsync(Keys("x"), arguments);

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Usage), run.Error);
        Assert.That(run.ErrorLines, Has.Length.EqualTo(1), run.Error);
        Assert.That(run.Output, Is.Empty);
    }

    [TestCase("ls", "--recusive")]
    [TestCase("cp", "--recusive", "a", "s3://b/c")]
    [TestCase("rm", "s3://b/c", "--recusive")]
    public async Task Option_that_a_command_does_not_have_is_named(params string[] arguments)
    {
        CliRun run = await RunBareAsync(Keys("x"), arguments);

        Assert.That(run.ErrorLines, Is.EqualTo(new[] { $"s3g {arguments[0]}: there is no option '--recusive'. See 's3g {arguments[0]} --help'." }));
    }

    [Test]
    public async Task Path_behind_two_dashes_may_begin_with_them()
    {
        CliRun run = await RunBareAsync(Keys("x"), "cp", "--dry-run", "--endpoint-url", Endpoint.AbsoluteUri, "--", Write("--odd", "x"), "--other");

        Assert.That(run.Error, Does.Not.Contain("no option"));
    }

    [Test]
    public async Task Help_goes_to_standard_output_and_is_no_failure()
    {
        CliRun run = await RunBareAsync(Keys("x"), "cp", "--help");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
        Assert.That(run.Output, Does.Contain("--recursive").And.Contains("--endpoint-url"));
    }

    [Test]
    public async Task Output_that_nobody_reads_any_more_ends_the_command_silently()
    {
        await PutAsync("a", new string('x', 1_000_000));
        await using StringWriter error = new();
        CliHost host = new() { Input = Stream.Null, Output = new Output.OutputStream(new ClosedPipe()), Error = error, Credentials = Credentials };

        int code = await new CommandLineApp(host).RunAsync(
            ["cat", $"s3://{Bucket}/a", "--endpoint-url", Endpoint.AbsoluteUri], CancellationToken.None);

        Assert.That((code, error.ToString()), Is.EqualTo(((int)ExitCode.OutputClosed, string.Empty)));
    }

    private static StaticCredentialProvider Keys(string secret) => new(new Credentials("S3GENTESTACCESSKEY00", secret));

    private static async Task<CliRun> RunBareAsync(ICredentialProvider credentials, params string[] arguments)
    {
        using MemoryStream output = new();
        await using StringWriter error = new();
        CliHost host = new() { Input = Stream.Null, Output = output, Error = error, Credentials = credentials };
        int code = await new CommandLineApp(host).RunAsync(arguments, CancellationToken.None);
        return new CliRun(code, output.ToArray(), error.ToString());
    }

    private sealed class NoKeys : ICredentialProvider
    {
        public ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default) =>
            throw new CredentialsException("nobody has any");
    }

    private sealed class ClosedPipe : MemoryStream
    {
        private const int BrokenPipe = 32;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("Broken pipe", BrokenPipe);
    }
}
