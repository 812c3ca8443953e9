namespace S3Gen;

/// <summary>
/// A transfer could not be done, or could not be undone. It says what remains; where nothing does and the cause was a single request,
/// that request's own exception (<see cref="S3Exception"/> and others) is thrown instead.
/// </summary>
public sealed class TransferException : Exception
{
    internal TransferException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The upload that could not be aborted, or that can be resumed; its parts cost storage until it is aborted. Null if there is none.</summary>
    public string? UploadId { get; internal init; }

    /// <summary>The file from which the transfer can be resumed; null if there is none.</summary>
    public string? StateFile { get; internal init; }

    /// <summary>The keys that were refused or failed, each with its cause, as far as memory allows (10,000); empty for a transfer of one object.</summary>
    public IReadOnlyList<TransferFailure> Failures { get; internal init; } = [];

    /// <summary>How many keys were refused or failed; more than <see cref="Failures"/> where there are very many.</summary>
    public long FailureCount { get; internal init; }
}
