using Microsoft.Win32.SafeHandles;

namespace S3Gen.Transfer.Downloads;

/// <summary>A file beside the target that takes its name when it is whole, so that nobody ever sees half of it.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private const string Prefix = ".s3gen-";
    private const string Suffix = ".part";

    private TemporaryFile(string path, SafeFileHandle handle)
    {
        Path = path;
        Handle = handle;
    }

    internal string Path { get; }

    internal SafeFileHandle Handle { get; }

    /// <summary>Makes a file of that size. Where the disk has not enough room, it fails before anything is fetched.</summary>
    internal static TemporaryFile Create(string target, long size)
    {
        string path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(target)!, $"{Prefix}{Guid.NewGuid():N}{Suffix}");
        SafeFileHandle handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.Asynchronous, size);
        try
        {
            RandomAccess.SetLength(handle, size);
            return new TemporaryFile(path, handle);
        }
        catch
        {
            handle.Dispose();
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Opens the file that an earlier process has left.</summary>
    internal static TemporaryFile Open(string path) =>
        new(path, File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, FileOptions.Asynchronous));

    /// <summary>Whether a path, which a state file names, is one of a temporary file beside the target.</summary>
    internal static bool IsOneOf(string path, string target) =>
        System.IO.Path.GetDirectoryName(path) == System.IO.Path.GetDirectoryName(target) && IsName(System.IO.Path.GetFileName(path));

    /// <summary>Whether a file's name is that of a temporary file.</summary>
    internal static bool IsName(ReadOnlySpan<char> name) => name.StartsWith(Prefix) && name.EndsWith(Suffix);

    /// <summary>Gives the file its name.</summary>
    internal void MoveTo(string target, bool overwrite, DateTimeOffset? lastModified)
    {
        if (lastModified is { } time)
        {
            File.SetLastWriteTimeUtc(Handle, time.UtcDateTime);
        }

        Handle.Dispose();
        File.Move(Path, target, overwrite);
    }

    internal void Delete()
    {
        Handle.Dispose();
        File.Delete(Path);
    }

    public void Dispose() => Handle.Dispose();
}
