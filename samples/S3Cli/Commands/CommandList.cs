using S3Cli.App;
using S3Cli.Options;

namespace S3Cli.Commands;

/// <summary>All commands, in the order of the help.</summary>
internal static class CommandList
{
    public static IReadOnlyList<ICliCommand> Create(GlobalOptions globals) =>
    [
        new ListCommand(globals),
        new CopyCommand(),
        new MoveCommand(),
        new SyncCommand(),
        new RemoveCommand(),
        new MakeBucketCommand(),
        new RemoveBucketCommand(),
        new CatCommand(),
        new HeadCommand(),
        new UsageCommand(globals),
        new PresignCommand(),
        new SelectCommand(),
        new CompletionCommand(),
    ];
}
