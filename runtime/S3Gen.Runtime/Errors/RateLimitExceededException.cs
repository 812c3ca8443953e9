namespace S3Gen.Runtime;

/// <summary>
/// Nothing was sent: the client's own rate limit (<see cref="ClientOptions.RateLimitRequestsPerSecond"/>) had no turn for the request,
/// since too many others wait or the operation's time was up. <see cref="ServiceException.StatusCode"/> is 0.
/// </summary>
public sealed class RateLimitExceededException : ServiceException
{
    /// <summary>Makes the exception of an operation that was refused.</summary>
    /// <param name="details">The facts.</param>
    /// <param name="inner">Why an earlier attempt failed; null if there was none.</param>
    public RateLimitExceededException(ServiceErrorDetails details, Exception? inner = null)
        : base(details, inner)
    {
    }
}
