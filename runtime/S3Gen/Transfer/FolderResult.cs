namespace S3Gen;

/// <summary>What was done with the objects of a folder.</summary>
/// <param name="Transferred">How many were uploaded or downloaded.</param>
/// <param name="Bytes">How many bytes they have.</param>
public sealed record FolderResult(long Transferred, long Bytes);
