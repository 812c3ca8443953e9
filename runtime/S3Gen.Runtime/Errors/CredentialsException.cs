namespace S3Gen.Runtime;

/// <summary>There are no credentials to sign with, or what should hold them is faulty. The message never repeats a secret.</summary>
public sealed class CredentialsException : ServiceException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was looked for and not found.</param>
    /// <param name="inner">The cause, if it is an exception.</param>
    public CredentialsException(string message, Exception? inner = null)
        : base(new ServiceErrorDetails { OperationName = "Looking for credentials", Remark = message }, inner) => Reason = message;

    /// <summary>What was looked for and not found.</summary>
    public string Reason { get; }

    /// <summary>Whether there is something that is faulty, rather than nothing: then nobody looks further.</summary>
    internal bool IsFault { get; init; }
}
