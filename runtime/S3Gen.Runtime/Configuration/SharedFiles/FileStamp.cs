namespace S3Gen.Runtime.Configuration;

/// <summary>By what it is noticed that a file was replaced.</summary>
internal readonly record struct FileStamp(string Path, DateTime LastWrite, long Length)
{
    internal static FileStamp Of(string path)
    {
        FileInfo file = new(path);
        return file.Exists ? new(path, file.LastWriteTimeUtc, file.Length) : new(path, default, -1);
    }

    /// <summary>Whether the file is another one now.</summary>
    internal bool HasChanged => this != Of(Path);
}
