using System.CommandLine;
using S3Cli.App;

namespace S3Cli.Commands;

/// <summary><c>cp</c>: files to S3, objects to files, objects to objects, and both from and to the standard streams.</summary>
internal sealed class CopyCommand : ICliCommand
{
    private readonly TransferArguments _arguments = new();

    public CopyCommand()
    {
        Definition = new Command("cp", "Copies files and objects; '-' is the standard input or output.");
        _arguments.AddTo(Definition);
    }

    public Command Definition { get; }

    public Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken) => _arguments.RunAsync(context, isMove: false, cancellationToken);
}
