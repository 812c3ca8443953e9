using System.CommandLine;
using S3Cli.App;
using S3Cli.Locations;
using S3Cli.Options;
using S3Cli.Syncing;
using S3Cli.Transfers;

namespace S3Cli.Commands;

/// <summary><c>sync</c>: makes a folder like another one, whichever of the two are in S3.</summary>
internal sealed class SyncCommand : ICliCommand
{
    private readonly Argument<Location> _source = Parsed.Argument("source", "The folder to read: a path, or s3://bucket/prefix.", Location.Parse);
    private readonly Argument<Location> _target = Parsed.Argument("target", "The folder that becomes like it.", Location.Parse);
    private readonly Option<bool> _delete = new("--delete") { Description = "Deletes what the target has and the source has not; last, and only if all else succeeded." };
    private readonly Option<bool> _sizeOnly = new("--size-only") { Description = "Takes files and objects of one size for alike." };
    private readonly Option<bool> _exactTimes = new("--exact-timestamps") { Description = "Takes files and objects for alike only if their times are the same to the second." };
    private readonly TransferOptions _options = new();

    public SyncCommand()
    {
        Definition = new Command("sync", "Makes a folder like another one: transfers what is missing or differs.") { _source, _target, _delete, _sizeOnly, _exactTimes };
        _options.AddTo(Definition);
    }

    public Command Definition { get; }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        TransferSettings settings = _options.Read(context.Arguments, isMove: false, versionId: null);
        TransferPlan plan = new(context.Client, context.Output, _options.FollowsLinks(context.Arguments), isMove: false);
        Location source = context.Get(_source);
        Location target = context.Get(_target);
        TransferPlan.RefuseCircles(source, target, isMove: false);
        TreeComparison comparison = new(context.Get(_sizeOnly), context.Get(_exactTimes));
        SyncPlan sync = new(plan.TreeOf(source, isSource: true), plan.TreeOf(target, isSource: false), comparison, _options.Filters.Read(context.Arguments));
        TransferRun run = new(context, settings);
        await run.RunAsync(sync.PlanAsync(cancellationToken), cancellationToken);
        if (!context.Get(_delete))
        {
            return run.ExitCode;
        }

        if (run.ExitCode != ExitCode.Success)
        {
            context.Output.Warn("nothing was deleted, since not all could be transferred");
            return ExitCode.Failure;
        }

        return await new SurplusRemover(context, settings.IsDryRun).RemoveAsync(sync.Surplus, cancellationToken);
    }
}
