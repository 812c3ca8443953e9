namespace S3Gen;

/// <summary>The caller canceled a transfer, and something remains: it can be resumed, or its upload could not be aborted.</summary>
public sealed class TransferCanceledException : OperationCanceledException
{
    internal TransferCanceledException(string message, Exception inner, CancellationToken cancellationToken)
        : base(message, inner, cancellationToken)
    {
    }

    /// <inheritdoc cref="TransferException.UploadId"/>
    public string? UploadId { get; internal init; }

    /// <inheritdoc cref="TransferException.StateFile"/>
    public string? StateFile { get; internal init; }
}
