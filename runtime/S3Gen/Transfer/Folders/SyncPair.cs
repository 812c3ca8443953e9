namespace S3Gen.Transfer.Folders;

/// <summary>A file and an object of the same name; one of them may be missing.</summary>
internal readonly record struct SyncPair(string Name, LocalFile? File, S3Object? Object);
