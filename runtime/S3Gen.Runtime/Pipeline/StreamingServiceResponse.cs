using S3Gen.Runtime.Streaming;

namespace S3Gen.Runtime;

/// <summary>
/// A response whose body is still on the wire. It holds a connection until the body is read to its end or the response is
/// disposed; dispose it always. Disposing early abandons the rest of the body.
/// </summary>
public abstract class StreamingServiceResponse : ServiceResponse, IDisposable, IAsyncDisposable
{
    internal ResponseStream? OwnedBody { get; set; }

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
