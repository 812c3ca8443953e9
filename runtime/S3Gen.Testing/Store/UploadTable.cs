using System.Globalization;
using System.Security.Cryptography;
using S3Gen.Testing.Checksums;
using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Store;

/// <summary>A multipart upload under way. Immutable: a new part makes a new upload of the same id.</summary>
internal sealed record Upload
{
    internal string Id { get; init; } = "";

    internal required string Key { get; init; }

    internal required DateTimeOffset Initiated { get; init; }

    internal required ObjectAttributes Attributes { get; init; }

    internal required IReadOnlyList<Tag> Tags { get; init; }

    internal ObjectSettings Settings { get; init; } = ObjectSettings.Default;

    /// <summary>Null where the creator named none: the object then gets a CRC64NVME of the whole.</summary>
    internal ChecksumAlgorithm? ChecksumAlgorithm { get; init; }

    internal ChecksumType ChecksumType { get; init; }

    internal IReadOnlyDictionary<int, ObjectPart> Parts { get; init; } = new Dictionary<int, ObjectPart>();
}

/// <summary>The unfinished uploads of a bucket by key and, for one key, in the order in which they began. Not thread safe: the bucket locks.</summary>
internal sealed class UploadTable
{
    private readonly SortedKeys<List<string>> _idsByKey = new();
    private readonly Dictionary<string, PendingUpload> _uploads = [];
    private long _sequence;

    internal int Count => _uploads.Count;

    internal Upload Add(Upload draft)
    {
        // The counter makes ids of one key sort by age; the rest makes them impossible to guess.
        string id = string.Create(CultureInfo.InvariantCulture, $"{++_sequence:x12}.{RandomNumberGenerator.GetHexString(40, lowercase: true)}");
        return Put(draft with { Id = id }).Snapshot();
    }

    /// <summary>An upload as it was kept. Those of one key have to come in the order of their ids.</summary>
    internal void Restore(Upload upload, IEnumerable<ObjectPart> parts)
    {
        PendingUpload pending = Put(upload);
        foreach (ObjectPart part in parts)
        {
            pending.Put(part);
        }
        _sequence = Math.Max(_sequence, long.Parse(upload.Id.AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }

    private PendingUpload Put(Upload upload)
    {
        PendingUpload pending = new(upload);
        _uploads.Add(upload.Id, pending);
        _idsByKey.GetOrAdd(upload.Key, static _ => []).Add(upload.Id);
        return pending;
    }

    internal Upload Require(string key, string uploadId) =>
        _uploads.TryGetValue(uploadId, out PendingUpload? pending) && pending.Key == key ? pending.Snapshot() : throw Faults.NoSuchUpload(uploadId);

    internal void PutPart(string key, string uploadId, ObjectPart part)
    {
        Require(key, uploadId);
        _uploads[uploadId].Put(part);
    }

    internal void Remove(Upload upload)
    {
        _uploads.Remove(upload.Id);
        List<string> ids = _idsByKey.Find(upload.Key)!;
        ids.Remove(upload.Id);
        if (ids.Count == 0)
        {
            _idsByKey.Remove(upload.Key);
        }
    }

    internal ListingPage<Upload> List(ListingQuery query) =>
        Listing.Walk(_idsByKey, query, ids => ids.Select(id => _uploads[id].Snapshot()), static upload => upload.Id);

    /// <summary>Parts accumulate here; readers get copies of the table, made once after each change.</summary>
    private sealed class PendingUpload(Upload head)
    {
        private readonly Dictionary<int, ObjectPart> _parts = [];
        private Upload? _snapshot;

        internal string Key => head.Key;

        internal void Put(ObjectPart part)
        {
            _parts[part.Number] = part;
            _snapshot = null;
        }

        internal Upload Snapshot() => _snapshot ??= head with { Parts = new Dictionary<int, ObjectPart>(_parts) };
    }
}
