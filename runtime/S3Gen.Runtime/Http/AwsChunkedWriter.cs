using System.Buffers;
using S3Gen.Runtime.Checksums;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Http;

/// <summary>Writes one attempt's body as <see cref="AwsChunks"/>, each piece with its frame in one write.</summary>
internal sealed class AwsChunkedWriter : IDisposable
{
    private readonly ChunkSigner? _signer;
    private readonly Checksum? _checksum;
    private readonly byte[] _frame = ArrayPool<byte>.Shared.Rent(AwsChunks.MaxHeadSize + AwsChunks.DataSize + 2);
    private int _filled;

    /// <summary>Starts a body.</summary>
    /// <param name="signer">Signs the pieces; null if they are not signed.</param>
    /// <param name="trailer">The checksum to send behind them; null for none.</param>
    internal AwsChunkedWriter(ChunkSigner? signer, ChecksumKind? trailer)
    {
        _signer = signer;
        _checksum = trailer is { } kind ? new Checksum(kind) : null;
    }

    /// <summary>Takes the next bytes, and writes every piece that they complete.</summary>
    internal async ValueTask WriteAsync(Stream network, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _checksum?.Append(bytes.Span);
        while (!bytes.IsEmpty)
        {
            int taken = Math.Min(bytes.Length, AwsChunks.DataSize - _filled);
            bytes[..taken].CopyTo(_frame.AsMemory(AwsChunks.MaxHeadSize + _filled));
            bytes = bytes[taken..];
            _filled += taken;
            if (_filled == AwsChunks.DataSize)
            {
                await FlushAsync(network, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes what is left, the empty piece and the trailer.</summary>
    internal async ValueTask CompleteAsync(Stream network, CancellationToken cancellationToken)
    {
        if (_filled > 0)
        {
            await FlushAsync(network, cancellationToken).ConfigureAwait(false);
        }

        await network.WriteAsync(_frame.AsMemory(0, WriteEnd()), cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _checksum?.Dispose();
        ArrayPool<byte>.Shared.Return(_frame);
    }

    private ValueTask FlushAsync(Stream network, CancellationToken cancellationToken)
    {
        Span<byte> head = stackalloc byte[AwsChunks.MaxHeadSize];
        ReadOnlySpan<byte> signature = _signer is null ? default : _signer.Sign(_frame.AsSpan(AwsChunks.MaxHeadSize, _filled));
        head = head[..AwsChunks.WriteHead(_filled, signature, head)];
        int start = AwsChunks.MaxHeadSize - head.Length;
        head.CopyTo(_frame.AsSpan(start));
        int end = AwsChunks.MaxHeadSize + _filled;
        "\r\n"u8.CopyTo(_frame.AsSpan(end));
        _filled = 0;
        return network.WriteAsync(_frame.AsMemory(start, end + 2 - start), cancellationToken);
    }

    private int WriteEnd()
    {
        int written = AwsChunks.WriteHead(0, _signer is null ? default : _signer.Sign([]), _frame);
        if (_checksum is not null)
        {
            byte[] trailer = AwsChunks.TrailerLine(_checksum.Kind, _checksum.ToBase64());
            Append(trailer, ref written);
            Append("\r\n"u8, ref written);
            if (_signer is not null)
            {
                Append(AwsChunks.TrailerSignatureLabel, ref written);
                Append(_signer.SignTrailer(trailer), ref written);
                Append("\r\n"u8, ref written);
            }
        }

        Append("\r\n"u8, ref written);
        return written;
    }

    private void Append(ReadOnlySpan<byte> text, ref int written)
    {
        text.CopyTo(_frame.AsSpan(written));
        written += text.Length;
    }
}
