using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace S3Gen;

/// <summary>
/// The rows that SelectObjectContent selects, without the events around them. Rows come as the output serialization of the request has
/// them, and events end anywhere: in mid-row, even in mid-character.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_SelectObjectContent.html"/>
[SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in a required parameter, so that no call can mean two of them.")]
public static class SelectObjectContentExtensions
{
    /// <summary>
    /// Reads the rows as they arrive, piece by piece. The response is disposed at the end, and where the enumeration is left early.
    /// </summary>
    /// <param name="response">The response; its events must not have been enumerated before.</param>
    /// <param name="cancellationToken">Cancels waiting for the next event.</param>
    /// <returns>Pieces of the rows, in order; they stay valid.</returns>
    /// <exception cref="S3Exception">While enumerating: the service reports an error within the stream, the stream is corrupt, or it ends too early. The rows until then are not the whole result.</exception>
    /// <exception cref="InvalidOperationException">While enumerating: the events were enumerated before.</exception>
    public static IAsyncEnumerable<ReadOnlyMemory<byte>> ReadRecordsAsync(this SelectObjectContentResponse response, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        return ReadAsync(response, cancellationToken);
    }

    /// <summary>Writes the rows to a stream as they arrive. The response is disposed, the stream is neither flushed nor disposed.</summary>
    /// <param name="response">The response; its events must not have been enumerated before.</param>
    /// <param name="destination">Where the rows go.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How much was scanned and returned; null where the service does not tell.</returns>
    /// <exception cref="S3Exception">The service reports an error within the stream, the stream is corrupt, or it ends too early. The rows until then are written.</exception>
    /// <exception cref="InvalidOperationException">The events were enumerated before.</exception>
    public static Task<SelectStats?> CopyRecordsToAsync(this SelectObjectContentResponse response, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(destination);
        return CopyAsync(
            response,
            async (piece, token) =>
            {
                await destination.WriteAsync(piece, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    /// <summary>
    /// Writes the rows to a pipe as they arrive, and waits while the pipe is full. The response is disposed, the writer is not completed.
    /// A reader that has completed ends the copy; a flush that was cancelled ends it with an <see cref="OperationCanceledException"/>.
    /// </summary>
    /// <param name="response">The response; its events must not have been enumerated before.</param>
    /// <param name="destination">Where the rows go.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How much was scanned and returned; null where the service does not tell, or the reader has completed.</returns>
    /// <exception cref="S3Exception">The service reports an error within the stream, the stream is corrupt, or it ends too early. The rows until then are written.</exception>
    /// <exception cref="InvalidOperationException">The events were enumerated before.</exception>
    public static Task<SelectStats?> CopyRecordsToAsync(this SelectObjectContentResponse response, PipeWriter destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(destination);
        return CopyAsync(
            response,
            async (piece, token) =>
            {
                FlushResult flushed = await destination.WriteAsync(piece, token).ConfigureAwait(false);
                return flushed.IsCanceled ? throw new OperationCanceledException("The flush of the pipe was cancelled.") : !flushed.IsCompleted;
            },
            cancellationToken);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        SelectObjectContentResponse response, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using (response.ConfigureAwait(false))
        {
            await foreach (SelectObjectContentEventStream item in response.Payload.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (item.Records?.Payload is { IsEmpty: false } piece)
                {
                    yield return piece;
                }
            }
        }
    }

    private static async Task<SelectStats?> CopyAsync(
        SelectObjectContentResponse response, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<bool>> write, CancellationToken cancellationToken)
    {
        SelectStats? stats = null;
        await using (response.ConfigureAwait(false))
        {
            await foreach (SelectObjectContentEventStream item in response.Payload.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                stats = item.Stats?.Details ?? stats;
                if (item.Records?.Payload is { IsEmpty: false } piece && !await write(piece, cancellationToken).ConfigureAwait(false))
                {
                    return null;
                }
            }
        }

        return stats;
    }
}
