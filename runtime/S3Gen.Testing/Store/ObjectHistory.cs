namespace S3Gen.Testing.Store;

/// <summary>The versions of one key, newest first.</summary>
internal sealed class ObjectHistory
{
    private readonly List<ObjectVersion> _versions = [];

    internal IReadOnlyList<ObjectVersion> Versions => _versions;

    /// <summary>What a request without a version id sees: the newest version, which may be a delete marker.</summary>
    internal ObjectVersion? Newest => _versions.Count == 0 ? null : _versions[0];

    /// <summary>The newest version if it is an object.</summary>
    internal ObjectVersion? Current => Newest is { IsDeleteMarker: false } version ? version : null;

    internal ObjectVersion? Find(string versionId) => _versions.Find(version => version.VersionId == versionId);

    /// <summary>Adds a version on top. There is one null version at most, and a new one takes its place.</summary>
    internal void Push(ObjectVersion version)
    {
        if (version.VersionId == ObjectVersion.NullId)
        {
            Remove(ObjectVersion.NullId);
        }
        _versions.Insert(0, version);
    }

    /// <summary>Versions as they were kept, newest first.</summary>
    internal void Restore(IReadOnlyList<ObjectVersion> versions) => _versions.AddRange(versions);

    internal ObjectVersion? Remove(string versionId)
    {
        ObjectVersion? found = Find(versionId);
        if (found is not null)
        {
            _versions.Remove(found);
        }
        return found;
    }

    internal void Replace(ObjectVersion old, ObjectVersion changed) => _versions[_versions.IndexOf(old)] = changed;
}
