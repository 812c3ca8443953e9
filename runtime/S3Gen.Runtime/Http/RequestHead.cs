using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using S3Gen.Runtime.Http;

namespace S3Gen.Runtime.CodeGen;

/// <summary>
/// What an operation writes its request into: path, query, headers and body. It is pooled and used again for another request;
/// nobody may keep it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1001", Justification = "The XML writer's buffer is given back whenever the head is reset; the writer stays usable.")]
public sealed partial class RequestHead
{
    private readonly Func<Guid> _newGuid;
    private readonly RequestHeaderList _headers = new();
    private readonly Utf8XmlWriter _xml = new();
    private UriBuffer _path = new();
    private QueryBuilder _query = new();

    internal RequestHead(Func<Guid>? newGuid = null) => _newGuid = newGuid ?? Guid.NewGuid;

    /// <summary>The bucket, or another name that the endpoint is made from; it is not part of what is appended to the path.</summary>
    public string? Bucket { get; set; }

    /// <summary>What the endpoint depends on beside the client's configuration.</summary>
    [SuppressMessage("Design", "CA1051", Justification = "A property would return a copy, and what is set would be lost.")]
    public EndpointInputs EndpointInputs;

    /// <summary>What precedes the endpoint's host name, with its dot at the end, e.g. <c>route.</c>; checked by <see cref="Require.HostLabel"/>.</summary>
    public string? HostPrefix { get; set; }

    /// <summary>The header Content-Type; null removes it.</summary>
    /// <exception cref="ArgumentException">The value cannot be that of a header.</exception>
    public string? ContentType
    {
        get => _headers.Find("content-type");
        set
        {
            if (value is null)
            {
                _headers.Remove("content-type");
                return;
            }

            AddHeader("content-type", value);
        }
    }

    /// <summary>The Content-Type that the body has unless the request says otherwise; a presigned URL leaves that to its holder.</summary>
    public string? DefaultContentType { get; set; }

    /// <summary>The request's body; the XML that was begun counts where none is set.</summary>
    public RequestBody? Body { get; set; }

    /// <summary>A member whose value may travel over encrypted connections alone, e.g. <c>GetObjectRequest.SSECustomerKey</c>; null if there is none.</summary>
    internal string? ConfidentialMember { get; private set; }

    /// <summary>The label that may hold slashes, not encoded, which names the resource for people: S3's key.</summary>
    internal string? GreedyLabel { get; private set; }

    /// <summary>The value of the caller's Content-Length, which the body has to agree with; it is not sent as a header of its own.</summary>
    internal long? DeclaredLength { get; private set; }

    /// <summary>Whether the body is XML that was written by <see cref="BeginXml"/>.</summary>
    internal bool HasXml { get; private set; }

    internal ReadOnlyMemory<byte> Xml => _xml.WrittenMemory;

    internal RequestHeaderList Headers => _headers;

    internal ReadOnlySpan<char> Path => _path.Written;

    /// <summary>The query as it is sent.</summary>
    internal ReadOnlySpan<char> Query => _query.ToSent();

    /// <summary>Whether the query as it is sent is the canonical one; known once <see cref="Query"/> was read.</summary>
    internal bool IsQueryCanonical => _query.IsCanonical;

    /// <summary>Appends literal text to the path.</summary>
    /// <param name="literal">Text that begins with '/' and is encoded already.</param>
    public void AppendPath(string literal)
    {
        ArgumentNullException.ThrowIfNull(literal);
        _path.Append(literal);
    }

    /// <summary>Appends a label to the path, percent-encoded but for unreserved characters.</summary>
    /// <param name="value">The label's value.</param>
    /// <exception cref="ArgumentException">It holds half a surrogate pair.</exception>
    public void AppendLabel(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _path.AppendEncoded(value);
    }

    /// <summary>Appends a label to the path, percent-encoded but for unreserved characters and '/'.</summary>
    /// <param name="value">The label's value.</param>
    /// <exception cref="ArgumentException">It holds half a surrogate pair.</exception>
    public void AppendGreedyLabel(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        GreedyLabel = value;
        _path.AppendEncoded(value, keepSlash: true);
    }

    /// <summary>Begins a body of XML; what is written to the writer is sent.</summary>
    /// <param name="contentType">Content-Type, unless the request has one already.</param>
    public Utf8XmlWriter BeginXml(string contentType = "application/xml")
    {
        _headers.TryAdd("content-type", contentType);
        _xml.Reset();
        HasXml = true;
        return _xml;
    }

    /// <summary>A new token by which the service knows a request that is sent again.</summary>
    public string NewIdempotencyToken() => _newGuid().ToString("D");

    /// <summary>Nobody else has said what type the body has.</summary>
    internal void ApplyDefaultContentType()
    {
        if (DefaultContentType is { } contentType)
        {
            _headers.TryAdd("content-type", contentType);
        }
    }

    /// <summary>Adds the headers that an endpoint asks for, in place of the operation's own.</summary>
    internal void AddEndpointHeaders(Endpoint endpoint)
    {
        foreach ((string name, IReadOnlyList<string> values) in endpoint.Headers)
        {
            AddHeader(name, string.Join(',', values));
        }
    }

    internal void Reset()
    {
        Bucket = null;
        EndpointInputs = default;
        HostPrefix = null;
        GreedyLabel = null;
        DeclaredLength = null;
        ConfidentialMember = null;
        HasXml = false;
        Body = null;
        DefaultContentType = null;
        _path.Reset();
        _query.Reset();
        _headers.Reset();
        _xml.Dispose();
    }
}
