using System.CommandLine;
using S3Cli.App;
using S3Cli.Completion;

namespace S3Cli.Commands;

/// <summary><c>completion</c>: the script that teaches a shell to complete the tool's command lines.</summary>
internal sealed class CompletionCommand : ICliCommand
{
    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh or pwsh." };

    public CompletionCommand()
    {
        _shell.AcceptOnlyFromAmong([.. CompletionScripts.Shells]);
        Definition = new Command("completion", "Prints a script that completes command lines: 'source <(s3g completion bash)'.") { _shell };
    }

    public Command Definition { get; }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using StreamWriter writer = new(context.Host.Output, leaveOpen: true);
        await writer.WriteAsync(CompletionScripts.For(context.Get(_shell)).AsMemory(), cancellationToken);
        return ExitCode.Success;
    }
}
