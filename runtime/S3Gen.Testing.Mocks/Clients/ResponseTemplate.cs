using S3Gen.Testing.CodeGen;

namespace S3Gen.Testing.Clients;

/// <summary>A response that is given again and again: the bytes of its stream are read once, and handed out in a new stream each time.</summary>
internal sealed class ResponseTemplate<TRequest, TResponse>(MockOperation<TRequest, TResponse> operation, TResponse response)
    where TRequest : class
    where TResponse : class
{
    private readonly Lazy<Task<byte[]>> _content = new(() => ReadAsync(operation, response));

    internal async Task<TResponse> CreateAsync(CancellationToken cancellationToken) => operation.WithStream is { } with
        ? with(response, new MemoryStream(await _content.Value.WaitAsync(cancellationToken).ConfigureAwait(false), writable: false))
        : response;

    private static async Task<byte[]> ReadAsync(MockOperation<TRequest, TResponse> operation, TResponse response)
    {
        using MemoryStream bytes = new();
        Stream source = operation.StreamOf!(response);
        await using (source.ConfigureAwait(false))
        {
            await source.CopyToAsync(bytes).ConfigureAwait(false);
        }

        return bytes.ToArray();
    }
}
