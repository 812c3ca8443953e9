using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.CodeGen;

/// <content>Bodies whose length is not known.</content>
public sealed partial class ClientPipeline
{
    private Operation? _partsOperation;
    private object? _partsRoute;

    /// <summary>Names the operation whose bodies of unknown length are sent in parts when they are not small; there is one at most.</summary>
    /// <typeparam name="TRequest">Its input.</typeparam>
    /// <typeparam name="TResponse">Its output.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="find">The body of a request; null if it has none, or the request says how long it is.</param>
    /// <param name="send">Sends a body in parts, and tells whoever wants to know how far it is. The stream is not its to dispose.</param>
    public void UseParts<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        Func<TRequest, RequestBody?> find,
        Func<TRequest, Stream, IProgress<TransferProgress>?, CancellationToken, Task<TResponse>> send)
    {
        _partsOperation = operation;
        _partsRoute = new PartsRoute<TRequest, TResponse>(operation, find, send, Transfers.Threshold);
    }
}
