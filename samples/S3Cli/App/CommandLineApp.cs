using System.CommandLine;
using S3Cli.Commands;
using S3Cli.Options;

namespace S3Cli.App;

/// <summary>The tool as a whole: its commands, and how a command line becomes a run of one of them.</summary>
internal sealed class CommandLineApp
{
    private readonly CliHost _host;
    private readonly GlobalOptions _globals = new();
    private readonly RootCommand _root = new("Works with Amazon S3, and with stores that speak its protocol.");

    public CommandLineApp(CliHost host)
    {
        _host = host;
        _globals.AddTo(_root);
        CommandRunner runner = new(host, _globals);
        foreach (ICliCommand command in CommandList.Create(_globals))
        {
            command.Definition.SetAction((arguments, token) => runner.RunAsync(command, arguments, token));
            _root.Add(command.Definition);
        }
    }

    /// <summary>Runs one command line.</summary>
    /// <returns>What the process ends with; see <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        // Keys may begin with '@', and options are spelled out.
        ParserConfiguration parsing = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
        ParseResult parsed = _root.Parse(arguments, parsing);
        await using StreamWriter output = new(_host.Output, leaveOpen: true);
        if (UsageErrors.Find(parsed) is { } fault)
        {
            await UsageErrors.WriteAsync(parsed, fault, _host.Error);
            return (int)ExitCode.Usage;
        }

        InvocationConfiguration invocation = new()
        {
            Output = output,
            Error = _host.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(invocation, cancellationToken);
    }
}
