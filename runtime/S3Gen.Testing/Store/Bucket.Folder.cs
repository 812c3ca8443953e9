using S3Gen.Testing.Store.Folders;

namespace S3Gen.Testing.Store;

/// <summary>The bucket's folder, where the server has one: every change is written to it under the lock that made the change.</summary>
internal sealed partial class Bucket
{
    private BucketFolder? _folder;

    /// <summary>A bucket as its folder holds it, which goes on holding it.</summary>
    internal Bucket(BucketRecord record, BucketFolder folder)
        : this(record.Name, record.Created)
    {
        _versioning = record.Versioning;
        _tags = record.Tags;
        _access = RecordMapping.ToAccess(record.Access);
        _documents = record.Documents;
        foreach ((string key, IReadOnlyList<ObjectVersion> versions) in folder.ReadKeys())
        {
            _objects.GetOrAdd(key, static _ => new ObjectHistory()).Restore(versions);
        }
        foreach ((Upload upload, IReadOnlyList<ObjectPart> parts) in folder.ReadUploads())
        {
            _uploads.Restore(upload, parts);
        }
        _folder = folder;
    }

    /// <summary>Keeps the bucket, and all that comes to be in it, in a folder.</summary>
    internal void KeepIn(BucketFolder folder)
    {
        lock (_gate)
        {
            _folder = folder;
            folder.Save(ToRecord());
        }
    }

    private BucketRecord ToRecord() => new(Name, Created, _versioning, _tags, RecordMapping.ToRecords(_access), _documents);

    private void Configure(Action change) => Locked(() =>
    {
        change();
        _folder?.Save(ToRecord());
        return true;
    });

    private void SaveKey(string key) => _folder?.SaveKey(key, _objects.Find(key)?.Versions ?? []);
}
