using S3Gen.Runtime.Streaming;

namespace S3Gen.Runtime;

/// <summary>
/// A response whose body is still on the wire. It holds a connection until the body is read to its end or the response is
/// disposed; dispose it always. Disposing early abandons the rest of the body.
/// </summary>
public abstract class StreamingServiceResponse : ServiceResponse, IDisposable, IAsyncDisposable
{
    internal ResponseStream? OwnedBody { get; set; }

    /// <summary>
    /// Has somebody told how far the reading of the body is: at each read, by whoever reads, and once at the end. A body that goes on in
    /// another response goes on counting. A response that no service sent, as tests make them, tells nothing.
    /// </summary>
    /// <param name="progress">Who is told, from now on and instead of anybody before. An exception it throws ends the reading.</param>
    public void ReportProgress(IProgress<TransferProgress> progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        OwnedBody?.Report(progress);
    }

    /// <summary>Gives the connection back, or closes it if much of the body is unread.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    public ValueTask DisposeAsync()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Releases what the response holds.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            OwnedBody?.Dispose();
        }
    }
}
