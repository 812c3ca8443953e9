using System.CommandLine;
using S3Cli.Failures;
using S3Cli.Options;
using S3Cli.Output;

namespace S3Cli.App;

/// <summary>Runs a command, and makes a line and an exit code of whatever ends it.</summary>
internal sealed class CommandRunner(CliHost host, GlobalOptions globals)
{
    public async Task<int> RunAsync(ICliCommand command, ParseResult arguments, CancellationToken cancellationToken)
    {
        IOutput output = OutputFactory.Create(host, arguments, globals);
        try
        {
            await using CommandContext context = new(host, arguments, output, globals);
            ExitCode code = await command.RunAsync(context, cancellationToken);
            output.Flush();
            return (int)code;
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            output.Fail(FailureExplainer.Canceled(command.Definition.Name, e));
            return (int)ExitCode.Canceled;
        }
        catch (OutputClosedException)
        {
            return (int)ExitCode.OutputClosed;
        }
        catch (Exception e)
        {
            Failure failure = FailureExplainer.Explain(command.Definition.Name, e);
            output.Fail(failure);
            return (int)failure.ExitCode;
        }
    }
}
