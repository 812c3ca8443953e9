using System.Net;
using S3Gen.Runtime.Resilience;
using S3Gen.Runtime.Streaming;

namespace S3Gen.Runtime.Http;

/// <summary>
/// The content of one attempt. Memory of up to 64 KiB goes out in one write; all else piece by piece, each telling the clock and
/// whoever wants to know, and a fault of the body's source is told from one of the network.
/// </summary>
internal sealed class RequestContent(Payload payload, CallClock clock) : HttpContent, IBodySink
{
    private Stream? _network;
    private Task _writing = Task.CompletedTask;
    private CancellationTokenSource? _stop;
    private long _sent;
    private bool _isWriting;

    /// <summary>The exception that the body's source, or the observer of its progress, has thrown.</summary>
    internal Exception? SourceFault { get; private set; }

    /// <summary>
    /// Ends the writing. The handler lets go of a request whose connection breaks while its content is still read from the source;
    /// the next attempt, or the source's owner, may touch the source only after that.
    /// </summary>
    internal ValueTask StopAsync() => _writing.IsCompleted ? ValueTask.CompletedTask : StopWritingAsync();

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        _isWriting = true;
        await _network!.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
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
            : _writing = WritePiecesAsync(stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = payload.Length;
        return true;
    }

    private async Task WritePiecesAsync(Stream stream, CancellationToken cancellationToken)
    {
        _network = stream;
        clock.StartUpload();
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _stop = stop;
        try
        {
            await (payload.Body is { } body
                ? body.CopyToAsync(this, payload.Length, stop.Token)
                : BytesRequestBody.CopyAsync(payload.Memory, this, stop.Token)).ConfigureAwait(false);
        }
        catch (Exception e) when (!_isWriting && !stop.IsCancellationRequested)
        {
            SourceFault = e;
            throw;
        }
        finally
        {
            clock.EndUpload();
        }
    }

    private async ValueTask StopWritingAsync()
    {
        try
        {
            await _stop!.CancelAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // It has come to its end meanwhile.
        }

        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
