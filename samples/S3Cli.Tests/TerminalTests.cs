using S3Cli.App;
using S3Cli.Tests.Driving;

namespace S3Cli.Tests;

internal sealed class TerminalTests : CliFixture
{
    [Test]
    public async Task On_a_terminal_bars_are_among_the_errors_and_results_stay_clean()
    {
        await File.WriteAllBytesAsync(At("large"), new byte[12_000_000]);

        CliRun run = await RunOnTerminalAsync("cp", At("large"), $"s3://{Bucket}/large");

        Assert.That(run.Succeeded().Output, Is.EqualTo($"upload: {At("large")} to s3://{Bucket}/large\n"));
        Assert.That(run.Error, Does.Contain("of 1 done"));
    }

    [Test]
    public async Task Bars_can_be_declined()
    {
        CliRun run = await RunOnTerminalAsync("cp", Write("a", "x"), $"s3://{Bucket}/a", "--no-progress");

        Assert.That(run.Succeeded().Error, Is.Empty);
    }

    private async Task<CliRun> RunOnTerminalAsync(params string[] arguments)
    {
        using MemoryStream output = new();
        await using StringWriter error = new();
        CliHost host = new() { Input = Stream.Null, Output = output, Error = error, IsErrorTerminal = true, Credentials = Credentials };
        int code = await new CommandLineApp(host).RunAsync([.. arguments, "--endpoint-url", Endpoint.AbsoluteUri], CancellationToken.None);
        return new CliRun(code, output.ToArray(), error.ToString());
    }
}
