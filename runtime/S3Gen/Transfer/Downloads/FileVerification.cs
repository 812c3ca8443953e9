using System.Buffers;
using Microsoft.Win32.SafeHandles;
using S3Gen.Runtime;
using S3Gen.Runtime.CodeGen;
using S3Gen.Transfer.Flow;

namespace S3Gen.Transfer.Downloads;

/// <summary>
/// Holds a file that is written in ranges, in any order, against an object's checksum. Bytes are taken in as they come where that is enough:
/// CRCs of pieces are combined, other checksums need their span in one range. What is missing, as of an earlier run, is read from the file.
/// </summary>
internal sealed class FileVerification(ObjectChecksum expected, SafeFileHandle file) : IDisposable
{
    private const int MostAtOnce = 256 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, SortedList<long, ChecksumPiece>> _pieces = [];

    /// <summary>A sink that takes down the checksums of a range that goes to another one.</summary>
    internal PartSink Watch(PartSink sink, long offset, long length)
    {
        List<ChecksumPiece> pieces = [];
        foreach ((int span, long start, long count) in expected.Cut(offset, length))
        {
            bool isOfUse = expected.CanCombine || count == expected.Spans[span].Length;
            ChecksumPiece piece = new(start, count, isOfUse ? expected.Begin() : null);
            pieces.Add(piece);
            Add(span, piece);
        }

        return new ChecksumSink(sink, pieces);
    }

    /// <summary>All bytes are in the file.</summary>
    /// <exception cref="ChecksumMismatchException">They are not the object.</exception>
    internal async Task CheckAsync(TransferCore core, CancellationToken cancellationToken)
    {
        string[] actual = new string[expected.Spans.Count];
        await core.ForEachAsync(
            Enumerable.Range(0, actual.Length),
            async (span, token) =>
            {
                actual[span] = await ComputeAsync(span, token).ConfigureAwait(false);
                expected.Check(span, actual[span]);
            },
            cancellationToken).ConfigureAwait(false);
        expected.CheckComposite(actual);
    }

    public void Dispose()
    {
        foreach (ChecksumPiece piece in _pieces.Values.SelectMany(static pieces => pieces.Values))
        {
            piece.Checksum?.Dispose();
        }
    }

    private async ValueTask<string> ComputeAsync(int index, CancellationToken cancellationToken)
    {
        ChecksumSpan span = expected.Spans[index];
        IList<ChecksumPiece> pieces = _pieces.GetValueOrDefault(index)?.Values ?? [];
        if (pieces is [{ Checksum: { } whole } only] && only.Length == span.Length)
        {
            return whole.ToBase64();
        }

        if (!expected.CanCombine)
        {
            using PieceChecksum read = await ReadAsync(span.Offset, span.Length, cancellationToken).ConfigureAwait(false);
            return read.ToBase64();
        }

        List<PieceChecksum> all = [];
        long next = span.Offset;
        foreach (ChecksumPiece piece in pieces)
        {
            all.Add(await ReadAsync(next, piece.Offset - next, cancellationToken).ConfigureAwait(false));
            all.Add(piece.Checksum!);
            next = piece.Offset + piece.Length;
        }

        all.Add(await ReadAsync(next, span.End - next, cancellationToken).ConfigureAwait(false));
        return PieceChecksum.Combine(all);
    }

    private async ValueTask<PieceChecksum> ReadAsync(long offset, long length, CancellationToken cancellationToken)
    {
        PieceChecksum checksum = expected.Begin();
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(length, MostAtOnce));
        try
        {
            while (checksum.Length < length)
            {
                int wanted = (int)Math.Min(buffer.Length, length - checksum.Length);
                int read = await RandomAccess.ReadAsync(file, buffer.AsMemory(0, wanted), offset + checksum.Length, cancellationToken).ConfigureAwait(false);
                checksum.Append(read > 0 ? buffer.AsSpan(0, read) : throw new EndOfStreamException("The temporary file of the download has become shorter."));
            }

            return checksum;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Add(int span, ChecksumPiece piece)
    {
        lock (_lock)
        {
            if (!_pieces.TryGetValue(span, out SortedList<long, ChecksumPiece>? pieces))
            {
                _pieces.Add(span, pieces = []);
            }

            pieces.Add(piece.Offset, piece);
        }
    }
}
