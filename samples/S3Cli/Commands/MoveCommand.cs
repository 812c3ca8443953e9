using System.CommandLine;
using S3Cli.App;

namespace S3Cli.Commands;

/// <summary><c>mv</c>: as <c>cp</c>, and each source is deleted once it has arrived.</summary>
internal sealed class MoveCommand : ICliCommand
{
    private readonly TransferArguments _arguments = new();

    public MoveCommand()
    {
        Definition = new Command("mv", "Moves files and objects: copies them, then deletes the sources.");
        _arguments.AddTo(Definition);
    }

    public Command Definition { get; }

    public Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken) => _arguments.RunAsync(context, isMove: true, cancellationToken);
}
