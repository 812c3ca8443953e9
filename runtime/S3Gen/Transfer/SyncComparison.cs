namespace S3Gen;

/// <summary>How it is told whether a file and an object differ.</summary>
public enum SyncComparison
{
    /// <summary>They do if their sizes differ, or the source was written after the target (the default). Downloads give files their objects' times.</summary>
    SizeAndTime,

    /// <summary>
    /// They do if their sizes differ, or the file's MD5 is not the object's ETag; of an object that was uploaded in parts, the MD5 of the parts'
    /// MD5s. All files are read. An ETag that is no MD5, as with encryption by KMS or the caller's key, counts as a difference.
    /// </summary>
    ETag,
}
