using System.Buffers;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Streaming;

namespace S3Gen.Runtime.Pipeline;

/// <summary>The way of requests that carry a body whose length is not known: at once if it turns out small, in parts otherwise.</summary>
/// <param name="operation">The operation that takes them.</param>
/// <param name="find">The body of a request; null if its length is known.</param>
/// <param name="send">Sends a body in parts.</param>
/// <param name="most">Most bytes that are sent at once.</param>
internal sealed class PartsRoute<TRequest, TResponse>(
    Operation<TRequest, TResponse> operation,
    Func<TRequest, RequestBody?> find,
    Func<TRequest, Stream, IProgress<TransferProgress>?, CancellationToken, Task<TResponse>> send,
    long most)
{
    internal RequestBody? Find(TRequest request) => find(request) is { Length: null } body ? body : null;

    internal async Task<TResponse> SendAsync(ClientPipeline pipeline, TRequest request, RequestBody body, CancellationToken cancellationToken)
    {
        InvalidRequest.ThrowIfSpent(body, operation);
        try
        {
            ReadAhead start = await ReadAhead.ReadAsync(body, most, cancellationToken).ConfigureAwait(false);
            await using (start.ConfigureAwait(false))
            {
                TResponse response = start.IsWhole
                    ? await pipeline.InvokeOnceAsync(operation, request, cancellationToken, WholeOf(start, body.Progress)).ConfigureAwait(false)
                    : await send(request, start.Content, body.Progress, cancellationToken).ConfigureAwait(false);
                ArrayPool<byte>.Shared.Return(start.Buffer);
                return response;
            }
        }
        finally
        {
            await body.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static RequestBody WholeOf(ReadAhead body, IProgress<TransferProgress>? progress)
    {
        RequestBody whole = RequestBody.FromBytes(body.Memory);
        return progress is null ? whole : whole.WithProgress(progress);
    }
}
