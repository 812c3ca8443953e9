namespace S3Gen;

/// <summary>One step that makes a folder and a prefix alike.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Key">The object's key.</param>
/// <param name="Path">The file's full path.</param>
/// <param name="Size">Bytes that are transferred; 0 for a deletion.</param>
public sealed record SyncAction(SyncActionKind Kind, string Key, string Path, long Size);
