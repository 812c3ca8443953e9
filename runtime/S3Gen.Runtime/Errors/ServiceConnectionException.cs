namespace S3Gen.Runtime;

/// <summary>
/// No answer came: the connection could not be made or broke (<see cref="Exception.InnerException"/> is an
/// <see cref="HttpRequestException"/>, <see cref="IOException"/> or <see cref="System.Net.Sockets.SocketException"/>), or time ran out
/// (it is a <see cref="TimeoutException"/> whose message names the limit). <see cref="ServiceException.StatusCode"/> is 0. The service may have done what was asked.
/// </summary>
public sealed class ServiceConnectionException : ServiceException
{
    /// <summary>Makes the exception of an operation that got no answer.</summary>
    /// <param name="details">The facts.</param>
    /// <param name="inner">What went wrong.</param>
    public ServiceConnectionException(ServiceErrorDetails details, Exception inner)
        : base(details, inner)
    {
    }

    /// <summary>Whether a time limit of the client was the cause.</summary>
    public bool IsTimeout => InnerException is TimeoutException;
}
