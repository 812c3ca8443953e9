using System.Runtime.CompilerServices;
using S3Cli.Filters;
using S3Cli.Listing;
using S3Cli.Locations;
using S3Gen;

namespace S3Cli.Trees;

/// <summary>The objects below a prefix.</summary>
internal sealed class BucketTree(IS3Client client, S3Url root) : ITree
{
    private readonly S3Url _root = root.AsFolder();

    public async IAsyncEnumerable<TreeEntry> ListAsync(PathFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (RemoteObject entry in BucketListing.ListAsync(client, _root.Bucket, _root.Key, cancellationToken))
        {
            string name = entry.Key[_root.Key.Length..];

            // Consoles make empty objects whose keys end with a slash, so that folders can be empty.
            bool isFolderMarker = entry.Size == 0 && (name.Length == 0 || name.EndsWith('/'));
            if (!isFolderMarker && filter.Lets(name))
            {
                yield return new TreeEntry(name, new Location.BucketPath(_root.WithKey(entry.Key)), entry.Size, entry.LastModified);
            }
        }
    }

    public Location At(string name) => new Location.BucketPath(_root.Append(name));
}
