using System.Globalization;
using System.Net;
using System.Text;

namespace S3Gen.Runtime;

/// <summary>
/// An operation failed: the service answered with an error or with something that cannot be read, or
/// (<see cref="ServiceConnectionException"/>, <see cref="CredentialsException"/>) the client did not get that far.
/// </summary>
public class ServiceException : Exception
{
    /// <summary>Makes the exception of a failed operation.</summary>
    /// <param name="details">The facts.</param>
    /// <param name="inner">The cause, if it is an exception.</param>
    public ServiceException(ServiceErrorDetails details, Exception? inner = null)
        : base(Describe(details), inner) => Details = details;

    /// <summary>Status of the HTTP response; 0 if there was none.</summary>
    public HttpStatusCode StatusCode => Details.StatusCode;

    /// <summary>The service's error code, e.g. <c>NoSuchKey</c>; for a response without a body the status in words, e.g. <c>NotFound</c>.</summary>
    public string? ErrorCode => Details.ErrorCode;

    /// <summary>The service's own words; null if it said nothing, "" if it sent an empty message.</summary>
    public string? ServiceMessage => Details.Message;

    /// <summary>The service's id of the request, which its operators ask for; null if there was none.</summary>
    public string? RequestId => Details.RequestId;

    /// <summary>The service's second id, of the host that answered; null if there was none.</summary>
    public string? HostId => Details.HostId;

    /// <summary>The operation's name, e.g. <c>GetObject</c>.</summary>
    public string? OperationName => Details.OperationName;

    /// <summary>How often the request was sent, or was tried to be sent; 0 if it failed before.</summary>
    public int AttemptCount => Details.AttemptCount;

    /// <summary>Whether the response was not what the protocol says it should be, e.g. the page of a proxy, or cut short.</summary>
    public bool IsMalformedResponse => Details.IsMalformed;

    /// <summary>The printable beginning (at most 256 bytes) of a malformed response; null otherwise.</summary>
    public string? ResponseExcerpt => Details.Excerpt;

    /// <summary>All facts, for exceptions that read members of their own from them.</summary>
    protected ServiceErrorDetails Details { get; }

    private static string Describe(ServiceErrorDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        StringBuilder text = new(128);
        text.Append(details.OperationName ?? "The operation").Append(" failed:");
        if (details.StatusCode != 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" {(int)details.StatusCode}");
        }

        Append(text, " ", details.ErrorCode);
        if (details.IsMalformed)
        {
            text.Append(" (the response is malformed)");
        }

        string separator = text[^1] == ':' ? " " : ": ";
        Append(text, separator, details.Message);
        Append(text, string.IsNullOrEmpty(details.Message) ? separator : " ", details.Remark);
        AppendOrigin(text, details);
        return text.ToString();
    }

    private static void AppendOrigin(StringBuilder text, ServiceErrorDetails details)
    {
        string separator = " (";
        if (!string.IsNullOrEmpty(details.RequestId))
        {
            text.Append(separator).Append("request id ").Append(details.RequestId);
            separator = ", ";
        }

        if (!string.IsNullOrEmpty(details.HostId))
        {
            text.Append(separator).Append("host id ").Append(details.HostId);
            separator = ", ";
        }

        if (details.AttemptCount > 1)
        {
            text.Append(separator).Append(CultureInfo.InvariantCulture, $"{details.AttemptCount} attempts");
            separator = ", ";
        }

        if (separator == ", ")
        {
            text.Append(')');
        }
    }

    private static void Append(StringBuilder text, string separator, string? part)
    {
        if (!string.IsNullOrEmpty(part))
        {
            text.Append(separator).Append(part);
        }
    }
}
