using System.Runtime.CompilerServices;
using S3Cli.Filters;
using S3Cli.Locations;
using S3Cli.Transfers;
using S3Cli.Trees;

namespace S3Cli.Syncing;

/// <summary>
/// Says which jobs make a target like a source. The target's names are held in memory, since not every store lists in an order that
/// the two could be walked in together.
/// </summary>
internal sealed class SyncPlan(ITree source, ITree target, TreeComparison comparison, PathFilter filter)
{
    private readonly Dictionary<string, KnownTarget> _known = [];

    /// <summary>What the target has and the source has not; complete when the plan is.</summary>
    public IEnumerable<Location> Surplus => _known.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value.Location);

    public async IAsyncEnumerable<TransferJob> PlanAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (TreeEntry entry in target.ListAsync(filter, cancellationToken))
        {
            _known[entry.Name] = new KnownTarget(entry.Size, entry.Modified, entry.Location);
        }

        await foreach (TreeEntry entry in source.ListAsync(filter, cancellationToken))
        {
            if (!_known.Remove(entry.Name, out KnownTarget known) || comparison.Differ(entry, known))
            {
                yield return TransferPlan.Place(entry, target);
            }
        }
    }
}
