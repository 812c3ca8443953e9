using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace S3Gen.Transfer.Uploads;

/// <summary>A file that is uploaded: open for reading, and as it was when it was opened.</summary>
internal sealed class SourceFile : IDisposable
{
    private SourceFile(string path, SafeFileHandle handle)
    {
        Path = path;
        Handle = handle;
        Length = RandomAccess.GetLength(handle);
        LastWriteTime = File.GetLastWriteTimeUtc(handle);
    }

    internal string Path { get; }

    internal SafeFileHandle Handle { get; }

    internal long Length { get; }

    internal DateTime LastWriteTime { get; }

    internal static SourceFile Open(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        return new SourceFile(full, File.OpenHandle(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.Asynchronous));
    }

    /// <summary>Fills the buffer from a place in the file.</summary>
    /// <exception cref="TransferException">The file is shorter than it was.</exception>
    internal async Task ReadAsync(Memory<byte> buffer, long offset, CancellationToken cancellationToken)
    {
        while (buffer.Length > 0)
        {
            int read = await RandomAccess.ReadAsync(Handle, buffer, offset, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                throw Changed();
            }

            buffer = buffer[read..];
            offset += read;
        }
    }

    /// <exception cref="TransferException">The file was written to since it was opened: its parts may not belong together.</exception>
    internal void ThrowIfChanged()
    {
        if (RandomAccess.GetLength(Handle) != Length || File.GetLastWriteTimeUtc(Handle) != LastWriteTime)
        {
            throw Changed();
        }
    }

    public void Dispose() => Handle.Dispose();

    private TransferException Changed() => new(string.Create(
        CultureInfo.InvariantCulture, $"'{Path}' was changed while it was being uploaded; it had {Length} bytes when that began. Upload it again."));
}
