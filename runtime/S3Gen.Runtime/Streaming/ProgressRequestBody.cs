namespace S3Gen.Runtime.Streaming;

/// <summary>Another body, with somebody to be told how far it is.</summary>
internal sealed class ProgressRequestBody : RequestBody
{
    private readonly RequestBody _inner;
    private readonly IProgress<TransferProgress> _progress;

    internal ProgressRequestBody(RequestBody inner, IProgress<TransferProgress> progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        _inner = inner;
        _progress = progress;
    }

    public override long? Length => _inner.Length;

    public override bool IsReplayable => _inner.IsReplayable;

    internal override bool IsSpent => _inner.IsSpent;

    internal override IProgress<TransferProgress> Progress => _progress;

    internal override bool TryGetMemory(out ReadOnlyMemory<byte> memory) => _inner.TryGetMemory(out memory);

    internal override Task CopyToAsync(IBodySink sink, long length, CancellationToken cancellationToken) =>
        _inner.CopyToAsync(sink, length, cancellationToken);

    internal override Stream OpenOnce() => _inner.OpenOnce();

    internal override ValueTask CompleteAsync() => _inner.CompleteAsync();
}
