using System.Net;
using S3Gen.Runtime.Resilience;
using S3Gen.Runtime.Signing;
using S3Gen.Runtime.Streaming;

namespace S3Gen.Runtime.Http;

/// <summary>
/// The content of one attempt. Memory of up to 64 KiB goes out in one write; all else piece by piece, each telling the clock and
/// whoever wants to know, and a fault of the body's source is told from one of the network.
/// </summary>
/// <param name="payload">What to send.</param>
/// <param name="clock">Who is told that something moves.</param>
/// <param name="signer">Signs the pieces of a chunked body; null if they are not signed.</param>
internal sealed class RequestContent(Payload payload, CallClock clock, ChunkSigner? signer = null) : HttpContent, IBodySink
{
    /// <summary>Most bytes of memory that are handed to the network at once, where nobody wants to know of 64 KiB.</summary>
    private const int MaxMemoryPiece = 1024 * 1024;

    private static readonly TimeSpan QuickPiece = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan SlowPiece = TimeSpan.FromSeconds(1);

    private Stream? _network;
    private AwsChunkedWriter? _chunks;
    private long _sent;
    private bool _isWriting;

    /// <summary>The exception that the body's source, or the observer of its progress, has thrown.</summary>
    internal Exception? SourceFault { get; private set; }

    public int PieceSize => payload.PieceSize;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        _isWriting = true;
        await SendAsync(piece, cancellationToken).ConfigureAwait(false);
        _isWriting = false;
        _sent += piece.Length;
        clock.UploadProgress();
        payload.Body?.Progress?.Report(new TransferProgress(_sent, payload.Length));
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (payload.Length == 0)
        {
            return Task.CompletedTask;
        }

        return payload.Body is null && payload.Length <= StreamCopy.PieceSize
            ? stream.WriteAsync(payload.Memory, cancellationToken).AsTask()
            : SerializePiecesAsync(stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = payload.IsChunked ? AwsChunks.EncodedLength(payload.Length, signer is not null, payload.Trailer) : payload.Length;
        return true;
    }

    private ValueTask SendAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken) =>
        _chunks?.WriteAsync(_network!, piece, cancellationToken) ?? _network!.WriteAsync(piece, cancellationToken);

    private async Task SerializePiecesAsync(Stream stream, CancellationToken cancellationToken)
    {
        _network = stream;
        using AwsChunkedWriter? chunks = payload.IsChunked ? new AwsChunkedWriter(signer, payload.Trailer) : null;
        _chunks = chunks;
        clock.StartUpload();
        try
        {
            await (payload.Body is { } body
                ? body.CopyToAsync(this, payload.Length, cancellationToken)
                : WriteMemoryAsync(cancellationToken)).ConfigureAwait(false);
            if (chunks is not null)
            {
                _isWriting = true;
                await chunks.CompleteAsync(stream, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (!_isWriting && !cancellationToken.IsCancellationRequested)
        {
            SourceFault = e;
            throw;
        }
        finally
        {
            clock.EndUpload();
        }
    }

    /// <summary>
    /// Pieces grow as long as they go quickly, which takes fewer turns between socket and caller (a tenth of the CPU time of a part), and
    /// are small again on a slow connection, which must not pass for a dead one.
    /// </summary>
    private async Task WriteMemoryAsync(CancellationToken cancellationToken)
    {
        int size = StreamCopy.PieceSize;
        ReadOnlyMemory<byte> rest = payload.Memory;
        while (!rest.IsEmpty)
        {
            ReadOnlyMemory<byte> piece = rest[..Math.Min(rest.Length, size)];
            long start = clock.TimeProvider.GetTimestamp();
            await WriteAsync(piece, cancellationToken).ConfigureAwait(false);
            TimeSpan elapsed = clock.TimeProvider.GetElapsedTime(start);
            size = elapsed < QuickPiece ? Math.Min(size * 2, MaxMemoryPiece) : elapsed > SlowPiece ? StreamCopy.PieceSize : size;
            rest = rest[piece.Length..];
        }
    }
}
