using Microsoft.Win32.SafeHandles;

namespace S3Gen.Transfer.Flow;

/// <summary>A part of a file, read as it is sent; others may read the same file at the same time.</summary>
internal sealed class FileRangeStream(SafeFileHandle file, long offset, long length, BandwidthLimit? bandwidth) : ReadOnlyRangeStream(length)
{
    private protected override async ValueTask<int> ReadAtAsync(long position, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (bandwidth is not null)
        {
            buffer = buffer[..Math.Min(buffer.Length, bandwidth.PieceSize)];
            await bandwidth.WaitAsync(buffer.Length, cancellationToken).ConfigureAwait(false);
        }

        return await RandomAccess.ReadAsync(file, buffer, offset + position, cancellationToken).ConfigureAwait(false);
    }
}
