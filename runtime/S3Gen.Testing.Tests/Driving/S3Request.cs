using System.Net.Http.Headers;
using System.Text;

namespace S3Gen.Testing.Tests.Driving;

/// <summary>A request under construction: signed last, so that a test may spoil any part of it.</summary>
internal sealed class S3Request(S3TestServer server, HttpMethod method, string path)
{
    private readonly SortedDictionary<string, string> _headers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _query = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Value)> _unsigned = [];
    private byte[] _body = [];
    private string? _payloadHash;
    private DateTimeOffset _time = TimeProvider.System.GetUtcNow();

    internal string AccessKeyId { get; set; } = server.AccessKeyId;

    internal string Secret { get; set; } = server.SecretAccessKey;

    internal string Region { get; set; } = server.Region;

    internal string Service { get; set; } = "s3";

    internal string Host { get; set; } = server.Endpoint.Authority;

    internal string Signature { get; private set; } = "";

    internal RequestSigner Signer => new(AccessKeyId, Secret, Region, _time, Service);

    internal S3Request Header(string name, string value)
    {
        _headers[name.ToLowerInvariant()] = value;
        return this;
    }

    internal S3Request UnsignedHeader(string name, string value)
    {
        _unsigned.Add((name, value));
        return this;
    }

    internal S3Request Query(string name, string value = "")
    {
        _query[name] = value;
        return this;
    }

    internal S3Request Body(byte[] body)
    {
        _body = body;
        return this;
    }

    internal S3Request Body(string body) => Body(Encoding.UTF8.GetBytes(body));

    internal S3Request PayloadHash(string value)
    {
        _payloadHash = value;
        return this;
    }

    internal S3Request At(DateTimeOffset time)
    {
        _time = time;
        return this;
    }

    /// <summary>Fixes the signature now, for bodies whose chunks are chained to it; <paramref name="body"/> gets it.</summary>
    internal S3Request Chunked(string declaration, int decodedLength, Func<RequestSigner, string, byte[]> body)
    {
        PayloadHash(declaration).Header("content-encoding", "aws-chunked")
            .Header("x-amz-decoded-content-length", decodedLength.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Sign();
        return Body(body(Signer, Signature));
    }

    internal HttpRequestMessage Build()
    {
        Sign();
        HttpRequestMessage message = Message(CanonicalQuery());
        message.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={Signer.Credential}, SignedHeaders={string.Join(';', _headers.Keys)}, Signature={Signature}");
        return message;
    }

    internal HttpRequestMessage Presign(int seconds)
    {
        _headers["host"] = Host;
        Query("X-Amz-Algorithm", "AWS4-HMAC-SHA256").Query("X-Amz-Credential", Signer.Credential).Query("X-Amz-Date", Signer.Timestamp)
            .Query("X-Amz-Expires", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Query("X-Amz-SignedHeaders", string.Join(';', _headers.Keys));
        Signature = Signer.Sign(method.Method, Encode(path, keepSlash: true), CanonicalQuery(), _headers, "UNSIGNED-PAYLOAD");
        return Message($"{CanonicalQuery()}&X-Amz-Signature={Signature}");
    }

    internal HttpRequestMessage Anonymous() => Message(CanonicalQuery());

    internal static string Encode(string text, bool keepSlash) => keepSlash
        ? string.Join('/', text.Split('/').Select(Uri.EscapeDataString))
        : Uri.EscapeDataString(text);

    private void Sign()
    {
        string payloadHash = _payloadHash ?? RequestSigner.Sha256(_body);
        _headers["host"] = Host;
        _headers["x-amz-date"] = Signer.Timestamp;
        _headers["x-amz-content-sha256"] = payloadHash;
        Signature = Signer.Sign(method.Method, Encode(path, keepSlash: true), CanonicalQuery(), _headers, payloadHash);
    }

    private string CanonicalQuery() => string.Join('&', _query.Select(static pair => $"{Encode(pair.Key, false)}={Encode(pair.Value, false)}"));

    private HttpRequestMessage Message(string query)
    {
        // HttpClient would fold /../ and decode %2E; S3 keys need the path exactly as it is written.
        string target = $"{server.Endpoint.Scheme}://{server.Endpoint.Authority}{Encode(path, keepSlash: true)}{(query.Length == 0 ? "" : "?" + query)}";
        HttpRequestMessage message = new(method, new Uri(target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (_body.Length > 0 || method == HttpMethod.Put || method == HttpMethod.Post)
        {
            message.Content = new ByteArrayContent(_body);
        }
        foreach ((string name, string value) in _headers.Select(static pair => (pair.Key, pair.Value)).Concat(_unsigned))
        {
            HttpHeaders group = name.StartsWith("content-", StringComparison.OrdinalIgnoreCase) || name == "expires" ? message.Content!.Headers : message.Headers;
            group.TryAddWithoutValidation(name, value);
        }
        return message;
    }
}
