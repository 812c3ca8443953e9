using System.Runtime.CompilerServices;
using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Keys;
using S3Gen.Transfer.Objects;

namespace S3Gen.Transfer.Folders;

/// <summary>The objects below a prefix as if they were files.</summary>
internal sealed class RemoteFolder(TransferCore core, string bucket, string prefix, GlobFilter filter)
{
    internal string Bucket => bucket;

    /// <summary>The objects that are chosen, each with its name relative to the prefix.</summary>
    internal async IAsyncEnumerable<(string Name, S3Object Object)> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (S3Object entry in RemoteObjects.ListAsync(core, bucket, prefix, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Key is { } key && !KeyPrefix.IsMarker(entry) && IsChosen(key[prefix.Length..]))
            {
                yield return (key[prefix.Length..], entry);
            }
        }
    }

    /// <summary>
    /// Looks at all names before the first file is written. It lists once for that, and holds no more than hashes, since there may be any number.
    /// </summary>
    /// <exception cref="TransferException">Keys cannot become files.</exception>
    internal async Task CheckNamesAsync(FileNameRules rules, CancellationToken cancellationToken)
    {
        FolderTally refused = new(null, core.Time);
        FoldedNames names = new(rules);
        await foreach ((string name, S3Object entry) in ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if ((KeyPath.FindFault(name, rules) ?? names.FindFault(name)) is { } fault)
            {
                refused.Add(entry.Key!, new UnsafeKeyException(entry.Key!, fault));
            }
        }

        refused.ThrowIfFailed($"Nothing was written, since keys in '{bucket}' cannot become files");
    }

    /// <summary>A name that patterns cannot judge is kept, to be refused, unless they would have to choose it.</summary>
    private bool IsChosen(string name) => filter.Contains(name) || (!filter.HasIncludes && KeyPath.FindFault(name, FileNameRules.Native) is not null);
}
