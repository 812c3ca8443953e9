namespace S3Gen.Transfer.Folders;

/// <summary>A file of a folder.</summary>
/// <param name="Name">Its path relative to the folder, with slashes.</param>
/// <param name="Path">Its full path.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="LastWriteTime">When it was written.</param>
internal readonly record struct LocalFile(string Name, string Path, long Size, DateTimeOffset LastWriteTime);
