namespace S3Gen;

/// <summary>A folder of a bucket.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">What its keys begin with; a slash is added if there is none at its end. Empty (the default) for the whole bucket.</param>
public readonly record struct S3Folder(string Bucket, string Prefix = "");
