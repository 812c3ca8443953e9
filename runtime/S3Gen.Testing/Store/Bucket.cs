using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Store;

internal enum Versioning
{
    Off,
    Enabled,
    Suspended,
}

/// <summary>What a delete did: the version it removed, or the marker that it put on top.</summary>
internal sealed record DeleteOutcome(string? VersionId, bool DeleteMarker);

/// <summary>
/// A bucket: its objects in key order, its uploads and its settings. Every member is atomic; bodies are complete before they come here,
/// so the lock is held for microseconds.
/// </summary>
internal sealed class Bucket
{
    private readonly Lock _gate = new();
    private readonly SortedKeys<ObjectHistory> _objects = new();
    private readonly UploadTable _uploads = new();
    private Versioning _versioning;
    private IReadOnlyList<Tag> _tags = [];
    private bool _deleted;

    internal Bucket(string name, DateTimeOffset created)
    {
        Name = name;
        Created = created;
    }

    internal string Name { get; }

    internal DateTimeOffset Created { get; }

    internal Versioning Versioning
    {
        get => Locked(() => _versioning);
        set => Locked(() => _versioning = value);
    }

    internal IReadOnlyList<Tag> Tags
    {
        get => Locked(() => _tags);
        set => Locked(() => _tags = value);
    }

    /// <summary>Refuses if anything is left in the bucket, versions, markers and unfinished uploads included.</summary>
    internal void MarkDeleted() => Locked(() =>
    {
        if (_objects.Count > 0 || _uploads.Count > 0)
        {
            throw Faults.BucketNotEmpty(Name);
        }
        return _deleted = true;
    });

    /// <summary>Stores an object as its key's newest version.</summary>
    internal ObjectVersion Put(ObjectVersion draft, WriteCondition condition) => Locked(() => PutCore(draft, condition));

    /// <summary>The version asked for, which may be a delete marker; null where the key has none.</summary>
    internal ObjectVersion? Find(string key, string? versionId) => Locked(() =>
        _objects.Find(key) is not { } history ? null : versionId is null ? history.Newest : history.Find(versionId));

    internal void SetTags(string key, string? versionId, IReadOnlyList<Tag> tags) => Locked(() =>
    {
        ObjectHistory? history = _objects.Find(key);
        ObjectVersion version = ObjectLookup.Require(versionId is null ? history?.Newest : history?.Find(versionId), key, versionId);
        history!.Replace(version, version with { Tags = tags });
        return true;
    });

    internal DeleteOutcome Delete(string key, string? versionId, WriteCondition condition, DateTimeOffset now) => Locked(() =>
    {
        ObjectHistory? history = _objects.Find(key);
        ObjectVersion? target = versionId is null ? history?.Current : history?.Find(versionId);
        condition.Check(key, target);
        return versionId is null ? DeleteNewest(key, now) : DeleteVersion(key, versionId);
    });

    internal ListingPage<ObjectVersion> ListObjects(ListingQuery query) => Locked(() =>
        Listing.Walk<ObjectHistory, ObjectVersion>(
            _objects,
            query,
            static history => history.Current is { } current ? [current] : [],
            static version => version.VersionId));

    internal ListingPage<(ObjectVersion Version, bool IsLatest)> ListVersions(ListingQuery query) => Locked(() =>
        Listing.Walk<ObjectHistory, (ObjectVersion Version, bool IsLatest)>(
            _objects,
            query,
            static history => history.Versions.Select(version => (version, ReferenceEquals(version, history.Newest))),
            static item => item.Version.VersionId));

    internal Upload CreateUpload(Upload draft) => Locked(() => _uploads.Add(draft));

    internal Upload FindUpload(string key, string uploadId) => Locked(() => _uploads.Require(key, uploadId));

    internal void PutPart(string key, string uploadId, ObjectPart part) => Locked(() =>
    {
        _uploads.PutPart(key, uploadId, part);
        return true;
    });

    internal void AbortUpload(string key, string uploadId) => Locked(() =>
    {
        _uploads.Remove(_uploads.Require(key, uploadId));
        return true;
    });

    internal ListingPage<Upload> ListUploads(ListingQuery query) => Locked(() => _uploads.List(query));

    /// <summary>Turns an upload into an object in one step, if the upload is still as it was when the object was put together.</summary>
    internal ObjectVersion CompleteUpload(Upload upload, ObjectVersion draft, WriteCondition condition) => Locked(() =>
    {
        Upload current = _uploads.Require(upload.Key, upload.Id);
        ObjectVersion stored = PutCore(draft, condition);
        _uploads.Remove(current);
        return stored;
    });

    private ObjectVersion PutCore(ObjectVersion draft, WriteCondition condition)
    {
        condition.Check(draft.Key, _objects.Find(draft.Key)?.Current);
        ObjectVersion stored = draft with { VersionId = NextVersionId() };
        _objects.GetOrAdd(draft.Key, static _ => new ObjectHistory()).Push(stored);
        return stored;
    }

    private DeleteOutcome DeleteNewest(string key, DateTimeOffset now)
    {
        if (_versioning == Versioning.Off)
        {
            _objects.Remove(key);
            return new DeleteOutcome(null, DeleteMarker: false);
        }
        ObjectVersion marker = new() { Key = key, VersionId = NextVersionId(), IsDeleteMarker = true, LastModified = now };
        _objects.GetOrAdd(key, static _ => new ObjectHistory()).Push(marker);
        return new DeleteOutcome(marker.VersionId, DeleteMarker: true);
    }

    private DeleteOutcome DeleteVersion(string key, string versionId)
    {
        ObjectHistory? history = _objects.Find(key);
        ObjectVersion? removed = history?.Remove(versionId);
        if (history is { Newest: null })
        {
            _objects.Remove(key);
        }
        return new DeleteOutcome(versionId, removed?.IsDeleteMarker ?? false);
    }

    private string NextVersionId() => _versioning == Versioning.Enabled ? ObjectLookup.NewVersionId() : ObjectVersion.NullId;

    private T Locked<T>(Func<T> body)
    {
        lock (_gate)
        {
            return _deleted ? throw Faults.NoSuchBucket(Name) : body();
        }
    }
}
