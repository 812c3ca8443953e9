using System.ComponentModel;
using System.Net;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Errors;

namespace S3Gen.Runtime;

/// <summary>The facts of a failed operation, from which its exception is made.</summary>
public sealed class ServiceErrorDetails
{
    private bool _isMalformed;
    private string? _excerpt;
    private string? _remark;
    private int _attemptCount;

    /// <summary>The operation's name, e.g. <c>GetObject</c>.</summary>
    public string? OperationName { get; init; }

    /// <summary>Status of the HTTP response; 0 if there was none.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The service's error code, or for a response without a body the status in words; null if the body was not readable.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The service's own words; null if it said nothing, "" if it sent an empty message.</summary>
    public string? Message { get; init; }

    /// <summary>The service's id of the request; null if there was none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The service's second id, of the host that answered; null if there was none.</summary>
    public string? HostId { get; init; }

    /// <summary>The region that the service says is the right one; null if it named none.</summary>
    public string? Region { get; init; }

    /// <summary>Whether the response was not what the protocol says it should be.</summary>
    public bool IsMalformed { get => _isMalformed; init => _isMalformed = value; }

    /// <summary>The printable beginning (at most 256 bytes) of a response that is malformed; null otherwise.</summary>
    public string? Excerpt { get => _excerpt; init => _excerpt = value; }

    /// <summary>What the client has to add: why it gave up, or what is wrong with the response. Null if there is nothing.</summary>
    public string? Remark { get => _remark; init => _remark = value; }

    /// <summary>How often the request was sent, or was tried to be sent; 0 if it failed before.</summary>
    public int AttemptCount { get => _attemptCount; init => _attemptCount = value; }

    /// <summary>The error document as received, for the members that an error has of its own; empty if there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The headers of the response as they came, one entry a name; empty if there was no response.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Opens the error's document at the element that holds the error's members. Without a document there are none.</summary>
    /// <returns>A reader whose next child is the first member.</returns>
    /// <exception cref="ResponseFormatException">The document is none; it was read once already, so this does not happen to details of a response.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Utf8XmlReader ReadError() => ErrorDocument.Open(Body.Span);

    /// <summary>Enumerates the headers, for the members that an error has in them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ErrorHeaders ReadHeaders() => new(Headers);

    /// <summary>The value of a header of the response; null if it did not come or is empty. Case does not matter.</summary>
    internal string? FindHeader(string name)
    {
        foreach (ResponseHeader header in ReadHeaders())
        {
            if (header.Is(name))
            {
                return header.Value is { Length: > 0 } value ? value : null;
            }
        }

        return null;
    }

    /// <summary>The same facts when the operation ends with them.</summary>
    internal ServiceErrorDetails AtEnd(int attempts, string? remark)
    {
        ServiceErrorDetails ended = (ServiceErrorDetails)MemberwiseClone();
        ended._attemptCount = attempts;
        ended._remark = Join(Remark, remark);
        return ended;
    }

    /// <summary>The same response, of which what is given cannot be read.</summary>
    internal ServiceErrorDetails AsMalformed(string reason)
    {
        ServiceErrorDetails malformed = (ServiceErrorDetails)MemberwiseClone();
        malformed._isMalformed = true;
        malformed._excerpt = ResponseExcerpt.From(Body.Span);
        malformed._remark = Join(reason, Remark);
        return malformed;
    }

    private static string? Join(string? first, string? second) => first is null || second is null ? first ?? second : $"{first} {second}";
}
