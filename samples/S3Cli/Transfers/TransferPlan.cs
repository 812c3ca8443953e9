using System.Runtime.CompilerServices;
using S3Cli.Failures;
using S3Cli.Filters;
using S3Cli.Locations;
using S3Cli.Output;
using S3Cli.Trees;
using S3Gen;
using static S3Cli.Locations.Location;

namespace S3Cli.Transfers;

/// <summary>Says which jobs <c>cp</c> and <c>mv</c> consist of.</summary>
internal sealed class TransferPlan(IS3Client client, IOutput output, bool followLinks, bool isMove)
{
    /// <summary>One file or object. A target that is a folder gets it under its own name.</summary>
    /// <exception cref="UsageException">There is nothing to do that with.</exception>
    public TransferJob One(Location source, Location target)
    {
        switch (source)
        {
            case BucketPath { Url.IsFolder: true }:
                throw new UsageException($"'{source}' is a folder: add --recursive");
            case LocalPath file when Directory.Exists(file.Path):
                throw new UsageException($"'{source}' is a folder: add --recursive");
            case LocalPath file when !File.Exists(file.Path):
                throw new FileNotFoundException($"there is no file '{file.Path}'");
            default:
                TransferJob job = new(source, Complete(target, NameOf(source)), source is LocalPath local ? new FileInfo(local.Path).Length : null);

                // A copy onto itself is how metadata and storage class are changed.
                return job.Source == job.Target && (isMove || source is not BucketPath) ? throw new UsageException($"'{source}' is source and target at once") : job;
        }
    }

    /// <summary>All that is below a folder.</summary>
    public async IAsyncEnumerable<TransferJob> AllAsync(
        Location source, Location target, PathFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ITree from = TreeOf(source, isSource: true);
        ITree to = TreeOf(target, isSource: false);
        RefuseCircles(source, target, isMove);
        await foreach (TreeEntry entry in from.ListAsync(filter, cancellationToken))
        {
            yield return Place(entry, to);
        }
    }

    /// <summary>The tree that a location is the root of.</summary>
    /// <exception cref="UsageException">It can be none.</exception>
    public ITree TreeOf(Location location, bool isSource) => location switch
    {
        BucketPath at => new BucketTree(client, at.Url),
        LocalPath file when File.Exists(file.Path) => throw new UsageException($"'{file.Path}' is a file, not a folder: leave out --recursive"),
        LocalPath folder when isSource && !Directory.Exists(folder.Path) => throw new DirectoryNotFoundException($"there is no folder '{folder.Path}'"),
        LocalPath folder => new LocalTree(folder.Path, followLinks, output),
        _ => throw new UsageException("the standard streams are no folders: leave out --recursive"),
    };

    public static TransferJob Place(TreeEntry entry, ITree target)
    {
        try
        {
            return new TransferJob(entry.Location, target.At(entry.Name), entry.Size);
        }
        catch (UnsafeNameException e)
        {
            return new TransferJob(entry.Location, new LocalPath(entry.Name), entry.Size) { Refusal = e };
        }
    }

    /// <summary>Objects that are copied to below where they are read from would be read, and copied, again; those that are moved onto themselves would be deleted.</summary>
    public static void RefuseCircles(Location source, Location target, bool isMove)
    {
        if (source is not BucketPath from || target is not BucketPath to || from.Url.Bucket != to.Url.Bucket)
        {
            return;
        }

        string inner = to.Url.AsFolder().Key;
        string outer = from.Url.AsFolder().Key;
        if (inner.StartsWith(outer, StringComparison.Ordinal) && (isMove || inner != outer))
        {
            throw new UsageException($"'{target}' is '{source}' or within it, and would be {(isMove ? "moved" : "copied")} into itself");
        }
    }

    private static Location Complete(Location target, string name) => target switch
    {
        BucketPath { Url.IsFolder: true } to => new BucketPath(to.Url.Append(RequireName(name, target))),
        LocalPath { IsFolder: true } to => new LocalPath(SafeName.Resolve(Path.TrimEndingDirectorySeparator(to.Path), RequireName(name, target))),
        _ => target,
    };

    private static string RequireName(string name, Location target) =>
        name.Length > 0 ? name : throw new UsageException($"what comes from the standard input has no name: write '{target}' with one");

    private static string NameOf(Location source) => source switch
    {
        BucketPath at => at.Url.Key[(at.Url.Key.LastIndexOf('/') + 1)..],
        LocalPath file => Path.GetFileName(file.Path),
        _ => string.Empty,
    };
}
