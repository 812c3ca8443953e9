namespace S3Gen.Runtime.Configuration;

/// <summary>
/// By what it is noticed that a file was replaced. A link stands for the file that it leads to, for that is what changes where files
/// are mounted into a container: Kubernetes moves one link of several in the way, and leaves the last as it is.
/// </summary>
internal readonly record struct FileStamp(string Path, DateTime LastWrite, long Length)
{
    /// <exception cref="IOException">Links lead round in circles.</exception>
    internal static FileStamp Of(string path)
    {
        FileInfo file = new(path);
        if (file.LinkTarget is not null)
        {
            file = new FileInfo(file.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        }

        return file.Exists ? new(path, file.LastWriteTimeUtc, file.Length) : new(path, default, -1);
    }

    /// <summary>Whether the file is another one now; one that cannot be looked at is, and who reads it learns why.</summary>
    internal bool HasChanged
    {
        get
        {
            try
            {
                return this != Of(Path);
            }
            catch (IOException)
            {
                return true;
            }
        }
    }
}
