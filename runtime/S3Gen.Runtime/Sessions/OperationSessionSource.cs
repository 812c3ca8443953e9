using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Sessions;

/// <summary>Opens sessions by an operation of the client, which goes through the client's own pipeline.</summary>
internal sealed class OperationSessionSource<TRequest, TResponse>(
    ClientPipeline pipeline, Operation<TRequest, TResponse> operation, Func<string, TRequest> ask, Func<TResponse, Credentials> read) : ISessionSource
{
    public Operation Operation => operation;

    public async Task<Credentials> OpenAsync(string bucket, CancellationToken cancellationToken) =>
        read(await pipeline.InvokeAsync(operation, ask(bucket), cancellationToken).ConfigureAwait(false));
}
