namespace S3Gen.Runtime;

/// <summary>
/// What was being read has changed meanwhile, so that a body that broke off cannot be completed: what was read of it is of something
/// that is no more. Begin again. <see cref="ServiceException.StatusCode"/> is 412 where the service has refused the rest.
/// </summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1"/>
public sealed class ContentChangedException : ServiceException
{
    /// <summary>Makes the exception of a body that cannot be completed.</summary>
    /// <param name="details">The facts of the response to the request for the rest.</param>
    /// <param name="inner">The service's refusal; null if it has sent something else.</param>
    public ContentChangedException(ServiceErrorDetails details, Exception? inner = null)
        : base(details, inner)
    {
    }
}
