using System.CommandLine;
using S3Cli.App;
using S3Cli.Locations;
using S3Cli.Options;
using S3Cli.Transfers;

namespace S3Cli.Commands;

/// <summary>What <c>cp</c> and <c>mv</c> have in common: nearly everything.</summary>
internal sealed class TransferArguments
{
    private readonly Argument<Location> _source = Parsed.Argument("source", "A path, s3://bucket/key, or - for the standard input.", Location.Parse);
    private readonly Argument<Location> _target = Parsed.Argument("target", "A path, s3://bucket/key, or - for the standard output. A folder gets the source under its name.", Location.Parse);
    private readonly Option<bool> _recursive = CommandOptions.Recursive("All below the source, which is a folder.");
    private readonly Option<string?> _versionId = CommandOptions.VersionId();
    private readonly TransferOptions _options = new();

    public void AddTo(Command command)
    {
        command.Add(_source);
        command.Add(_target);
        command.Add(_recursive);
        command.Add(_versionId);
        _options.AddTo(command);
    }

    public async Task<ExitCode> RunAsync(CommandContext context, bool isMove, CancellationToken cancellationToken)
    {
        Location source = context.Get(_source);
        Location target = context.Get(_target);
        TransferSettings settings = _options.Read(context.Arguments, isMove, context.Get(_versionId));
        TransferPlan plan = new(context.Client, context.Output, _options.FollowsLinks(context.Arguments), isMove);
        TransferRun run = new(context, settings);
        await run.RunAsync(
            context.Get(_recursive)
                ? plan.AllAsync(source, target, _options.Filters.Read(context.Arguments), cancellationToken)
                : new[] { plan.One(source, target) }.ToAsyncEnumerable(),
            cancellationToken);
        return run.ExitCode;
    }
}
