using S3Cli.Filters;
using S3Cli.Locations;

namespace S3Cli.Trees;

/// <summary>A folder, here or in a bucket.</summary>
internal interface ITree
{
    /// <summary>What is in it, at any depth, that a filter lets through. A folder that is not there is empty.</summary>
    IAsyncEnumerable<TreeEntry> ListAsync(PathFilter filter, CancellationToken cancellationToken);

    /// <summary>Where something of that name is, or would be.</summary>
    /// <exception cref="Failures.UnsafeNameException">It cannot be there.</exception>
    Location At(string name);
}
