using S3Cli.Tests.Driving;

namespace S3Cli.Tests;

internal sealed class CompletionTests : CliFixture
{
    [TestCase("bash", "complete -o default -F _s3g_complete s3g")]
    [TestCase("zsh", "compdef _s3g s3g")]
    [TestCase("pwsh", "Register-ArgumentCompleter -Native -CommandName s3g")]
    public async Task A_shell_gets_its_script(string shell, string line) =>
        Assert.That((await RunAsync("completion", shell)).Succeeded().Lines, Has.Member(line).Or.Some.StartsWith(line));

    [Test]
    public async Task The_tool_knows_what_can_come_next()
    {
        CliRun commands = await RunSuggestAsync("s3g s");
        CliRun options = await RunSuggestAsync("s3g cp --st");

        Assert.That(commands.Lines, Has.Member("sync").And.Member("select"));
        Assert.That(options.Lines, Has.Member("--storage-class"));
    }

    private static async Task<CliRun> RunSuggestAsync(string line)
    {
        using MemoryStream output = new();
        await using StringWriter error = new();
        App.CliHost host = new() { Input = Stream.Null, Output = output, Error = error };
        int code = await new App.CommandLineApp(host).RunAsync([$"[suggest:{line.Length}]", line], CancellationToken.None);
        return new CliRun(code, output.ToArray(), error.ToString());
    }
}
