using System.ComponentModel;
using S3Gen.Runtime.Streaming;

namespace S3Gen.Runtime.CodeGen;

/// <summary>Reads the bodies of requests for those who stand in for a client.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RequestBodies
{
    /// <summary>Writes a body to a stream as a client sends it: from its beginning, and to its end where its length is not known.</summary>
    /// <param name="body">The body. One that cannot be read twice is used up.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="length">How many bytes the request declares; null for the body's own length.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="EndOfStreamException">The body is shorter than its length.</exception>
    public static async Task CopyToAsync(RequestBody body, Stream destination, long? length, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(destination);
        Sink sink = new(destination);
        length ??= body.Length;
        try
        {
            await body.CopyToAsync(sink, length ?? long.MaxValue, cancellationToken).ConfigureAwait(false);
        }
        catch (EndOfStreamException) when (length is null)
        {
            // Nobody promised a length, so the end is where it is.
        }
        finally
        {
            await body.CompleteAsync().ConfigureAwait(false);
        }
    }

    private sealed class Sink(Stream destination) : IBodySink
    {
        public ValueTask WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken) => destination.WriteAsync(piece, cancellationToken);
    }
}
