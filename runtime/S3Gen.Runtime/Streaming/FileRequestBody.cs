using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace S3Gen.Runtime.Streaming;

/// <summary>A body from a file, which is opened for each attempt, and read without a stream around it.</summary>
internal sealed class FileRequestBody : RequestBody
{
    private readonly string _path;

    internal FileRequestBody(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
        Length = new FileInfo(path).Length;
    }

    public override long? Length { get; }

    public override bool IsReplayable => true;

    internal override async Task CopyToAsync(IBodySink sink, long length, CancellationToken cancellationToken)
    {
        using SafeFileHandle file = File.OpenHandle(_path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.Asynchronous | FileOptions.SequentialScan);
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(length, sink.PieceSize));
        try
        {
            int size = Math.Min(buffer.Length, sink.PieceSize);
            long copied = 0;
            while (copied < length)
            {
                Memory<byte> piece = buffer.AsMemory(0, (int)Math.Min(size, length - copied));
                int read = await RandomAccess.ReadAsync(file, piece, copied, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    throw EndedEarly(copied, length);
                }

                await sink.WriteAsync(piece[..read], cancellationToken).ConfigureAwait(false);
                copied += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
