using S3Gen.Testing.Errors;
using S3Gen.Testing.Operations.Configurations;
using S3Gen.Testing.Protocol;

namespace S3Gen.Testing.Store;

/// <summary>
/// A bucket: its objects in key order, its uploads and its settings. Every member is atomic; bodies are complete before they come here,
/// so the lock is held for microseconds.
/// </summary>
internal sealed partial class Bucket
{
    internal const string LockDocument = "object-lock";

    private readonly Lock _gate = new();
    private readonly SortedKeys<ObjectHistory> _objects = new();
    private readonly UploadTable _uploads = new();
    private Versioning _versioning;
    private IReadOnlyList<Tag> _tags = [];
    private readonly SortedDictionary<string, byte[]> _documents = new(StringComparer.Ordinal);
    private AccessList _access = AccessList.Private;
    private bool _deleted;

    internal Bucket(string name, DateTimeOffset created)
    {
        Name = name;
        Created = created;
    }

    internal string Name { get; }

    internal DateTimeOffset Created { get; }

    /// <summary>Who may reach the bucket itself.</summary>
    internal AccessList Access
    {
        get => Locked(() => _access);
        set => Configure(() => _access = value);
    }

    internal bool HasObjectLock => Document(LockDocument) is not null;

    /// <summary>The owner of the bucket owns all objects, and lists of access count for nothing.</summary>
    internal bool DisablesAccessLists => Document("ownershipControls") is { } document
        && StoredDocument.Read<PutBucketOwnershipControlsRequest>(document).OwnershipControls!.Rules.Any(static rule => rule.ObjectOwnership?.Value == "BucketOwnerEnforced");

    internal PublicAccessBlockConfiguration PublicAccess => Document("publicAccessBlock") is { } document
        ? StoredDocument.Read<PutPublicAccessBlockRequest>(document).PublicAccessBlockConfiguration!
        : new PublicAccessBlockConfiguration();

    internal Versioning Versioning
    {
        get => Locked(() => _versioning);
        set => Configure(() => _versioning = value);
    }

    internal IReadOnlyList<Tag> Tags
    {
        get => Locked(() => _tags);
        set => Configure(() => _tags = value);
    }

    /// <summary>A document of the bucket's configuration, as it came; null where there is none.</summary>
    internal byte[]? Document(string name) => Locked(() => _documents.GetValueOrDefault(name));

    /// <summary>Keeps a document; null removes it.</summary>
    internal void SetDocument(string name, byte[]? document) => Configure(() =>
    {
        if (document is null)
        {
            _documents.Remove(name);
            return;
        }
        _documents[name] = document;
    });

    internal IReadOnlyList<KeyValuePair<string, byte[]>> DocumentsUnder(string prefix) =>
        Locked(() => _documents.Where(document => document.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList());

    /// <summary>Refuses if anything is left in the bucket, versions, markers and unfinished uploads included.</summary>
    internal void MarkDeleted() => Locked(() =>
    {
        if (_objects.Count > 0 || _uploads.Count > 0)
        {
            throw Faults.BucketNotEmpty(Name);
        }
        _folder?.Remove();
        return _deleted = true;
    });

    /// <summary>Stores an object as its key's newest version.</summary>
    internal ObjectVersion Put(ObjectVersion draft, WriteCondition condition) => Locked(() => PutCore(draft, condition));

    /// <summary>The version asked for, which may be a delete marker; null where the key has none.</summary>
    internal ObjectVersion? Find(string key, string? versionId) => Locked(() =>
        _objects.Find(key) is not { } history ? null : versionId is null ? history.Newest : history.Find(versionId));

    /// <summary>Changes what is said of a version; its bytes are never changed.</summary>
    /// <param name="version">The version as the caller found it; the change is made to what it is by now.</param>
    /// <param name="change">Called under the lock.</param>
    internal ObjectVersion Change(ObjectVersion version, Func<ObjectVersion, ObjectVersion> change) => Locked(() =>
    {
        ObjectHistory? history = _objects.Find(version.Key);
        ObjectVersion current = ObjectLookup.Require(history?.Find(version.VersionId), version.Key, version.VersionId);
        ObjectVersion changed = change(current);
        history!.Replace(current, changed);
        SaveKey(version.Key);
        return changed;
    });

    internal DeleteOutcome Delete(Deletion deletion) => Locked(() =>
    {
        ObjectHistory? history = _objects.Find(deletion.Key);
        ObjectVersion? target = deletion.VersionId is null ? history?.Current : history?.Find(deletion.VersionId);
        deletion.Condition.Check(deletion.Key, target);
        if (deletion.VersionId is null)
        {
            return DeleteNewest(deletion.Key, deletion.Now);
        }
        return target is not null && target.Settings.Lock.Forbids(deletion.Now, deletion.BypassesGovernance)
            ? throw AuthFaults.AccessDenied("Access Denied because object protected by object lock.")
            : DeleteVersion(deletion.Key, deletion.VersionId);
    });

    /// <summary>Moves an object to another key, over what is there, in one step.</summary>
    internal void Rename(string source, string destination, WriteCondition condition, Action<ObjectVersion> verify) => Locked(() =>
    {
        ObjectVersion moved = ObjectLookup.Require(_objects.Find(source)?.Newest, source, versionId: null);
        verify(moved);
        PutCore(moved with { Key = destination }, condition);
        if (source != destination)
        {
            _objects.Remove(source);
            SaveKey(source);
        }
        return true;
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

    internal Upload CreateUpload(Upload draft) => Locked(() =>
    {
        Upload upload = _uploads.Add(draft);
        _folder?.SaveUpload(upload);
        return upload;
    });

    internal Upload FindUpload(string key, string uploadId) => Locked(() => _uploads.Require(key, uploadId));

    internal void PutPart(string key, string uploadId, ObjectPart part) => Locked(() =>
    {
        _uploads.PutPart(key, uploadId, part);
        _folder?.SaveUpload(_uploads.Require(key, uploadId));
        return true;
    });

    internal void AbortUpload(string key, string uploadId) => Locked(() =>
    {
        _uploads.Remove(_uploads.Require(key, uploadId));
        _folder?.RemoveUpload(uploadId);
        return true;
    });

    internal ListingPage<Upload> ListUploads(ListingQuery query) => Locked(() => _uploads.List(query));

    /// <summary>Turns an upload into an object in one step, if the upload is still as it was when the object was put together.</summary>
    internal ObjectVersion CompleteUpload(Upload upload, ObjectVersion draft, WriteCondition condition) => Locked(() =>
    {
        Upload current = _uploads.Require(upload.Key, upload.Id);
        ObjectVersion stored = PutCore(draft, condition);
        _uploads.Remove(current);
        _folder?.RemoveUpload(current.Id);
        return stored;
    });

    private ObjectVersion PutCore(ObjectVersion draft, WriteCondition condition)
    {
        condition.Check(draft.Key, _objects.Find(draft.Key)?.Current);
        ObjectVersion stored = draft with { VersionId = NextVersionId() };
        _objects.GetOrAdd(draft.Key, static _ => new ObjectHistory()).Push(stored);
        SaveKey(draft.Key);
        return stored;
    }

    private DeleteOutcome DeleteNewest(string key, DateTimeOffset now)
    {
        if (_versioning == Versioning.Off)
        {
            _objects.Remove(key);
            SaveKey(key);
            return new DeleteOutcome(null, DeleteMarker: false);
        }
        ObjectVersion marker = new() { Key = key, VersionId = NextVersionId(), IsDeleteMarker = true, LastModified = now };
        _objects.GetOrAdd(key, static _ => new ObjectHistory()).Push(marker);
        SaveKey(key);
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
        SaveKey(key);
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
