using S3Cli.Locations;
using S3Cli.Output;
using S3Cli.Output.Messages;

namespace S3Cli.Listing;

/// <summary>Tells what is listed, and counts it.</summary>
internal sealed class ListingTally(IOutput output, S3Url url, bool isRecursive)
{
    private readonly int _folderLength = url.Key.LastIndexOf('/') + 1;
    private int _prefixes;

    public bool IsRecursive => isRecursive;

    public Totals Totals { get; private set; } = new(0, 0);

    public bool IsEmpty => _prefixes == 0 && Totals.Objects == 0;

    public void AddPrefixes(IReadOnlyList<string> prefixes)
    {
        _prefixes += prefixes.Count;
        foreach (string prefix in prefixes)
        {
            output.Write(new PrefixListed(url.Bucket, prefix) { Name = NameOf(prefix) });
        }
    }

    public void Add(RemoteObject entry, RemoteVersion? version)
    {
        Totals = new Totals(Totals.Objects + 1, Totals.Bytes + entry.Size);
        output.Write(new ObjectListed(url.Bucket, entry.Key, entry.Size, entry.LastModified)
        {
            Name = NameOf(entry.Key),
            ETag = entry.ETag,
            StorageClass = entry.StorageClass,
            VersionId = version?.VersionId,
            IsLatest = version?.IsLatest,
            IsDeleteMarker = version?.IsDeleteMarker,
        });
    }

    /// <summary>Below one folder the names are enough; below all of them keys tell where.</summary>
    private string NameOf(string key) => isRecursive ? key : key[_folderLength..];
}
