using System.Globalization;
using System.Text;
using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.Runtime;
using S3Gen.Runtime.Signing;

namespace S3Gen.Conformance.Suites.SigV4;

/// <summary>What a case of the suite of AWS asks to be signed, and the request that our signer makes of it.</summary>
internal sealed class SigningCase
{
    private readonly SigningScheme _scheme;
    private readonly JsonElement _context;
    private readonly RawHttpRequest _request;
    private readonly (string Name, string Value)[] _headers;
    private readonly DateTimeOffset _time;
    private readonly TimeSpan _expires;
    private readonly bool _signsBody;
    private readonly string? _token;

    public SigningCase(JsonElement json, SigningScheme scheme)
    {
        _scheme = scheme;
        _context = json.GetProperty("context");
        _request = RawHttpRequest.Parse(json.Text("request"));
        _headers = [.. _request.Headers.Select(header => (header.Key, header.Value))];
        _time = DateTimeOffset.Parse(_context.Text("timestamp"), CultureInfo.InvariantCulture);
        _expires = TimeSpan.FromSeconds(_context.GetProperty("expiration_in_seconds").GetInt32());
        _signsBody = _context.GetProperty("sign_body").GetBoolean();
        JsonElement credentials = _context.GetProperty("credentials");
        _token = credentials.OptionalText("token");
        Credentials = new SigningCredentials(credentials.Text("access_key_id"), credentials.Text("secret_access_key"), _token);
    }

    public SigningCredentials Credentials { get; }

    private string BodyHash => _signsBody ? PayloadHash.Compute(Encoding.UTF8.GetBytes(_request.Body)) : PayloadHash.Empty;

    /// <summary>Signs in the header.</summary>
    public SigningOutcome SignHeader()
    {
        SigningRequest signing = Describe(_signsBody);
        string authorization = new SigV4Signer().Sign(signing);
        List<KeyValuePair<string, string>> headers =
        [
            .. _request.Headers,
            new("X-Amz-Date", SigningTime.Format(_time)),
            .. _scheme == SigningScheme.SigV4a ? [new("X-Amz-Region-Set", signing.Region)] : Array.Empty<KeyValuePair<string, string>>(),
            .. _token is null ? Array.Empty<KeyValuePair<string, string>>() : [new("X-Amz-Security-Token", _token)],
            .. _signsBody ? [new("x-amz-content-sha256", BodyHash)] : Array.Empty<KeyValuePair<string, string>>(),
            new("Authorization", authorization),
        ];
        return new SigningOutcome("header", SigV4Stages.OfHeader(signing), _request with { Headers = headers });
    }

    /// <summary>Signs in the query.</summary>
    public SigningOutcome SignQuery()
    {
        SigningRequest signing = Describe(hasPayloadHashHeader: false);
        string query = new SigV4Signer().Presign(signing, _expires);
        return new SigningOutcome("query", SigV4Stages.OfQuery(signing, _expires), _request with { Query = query });
    }

    private SigningRequest Describe(bool hasPayloadHashHeader) => new()
    {
        Scheme = _scheme,
        Method = _request.Method,
        Path = _request.Path,
        Query = _request.Query,
        Headers = _headers,
        PayloadHash = BodyHash,
        HasPayloadHashHeader = hasPayloadHashHeader,
        SignsSessionToken = !_context.GetProperty("omit_session_token").GetBoolean(),
        PathMode = _context.GetProperty("normalize").GetBoolean() ? CanonicalPathMode.NormalizedAndEncodedAgain : CanonicalPathMode.EncodedAgain,
        Credentials = Credentials,
        Region = _context.Text("region"),
        Service = _context.Text("service"),
        Time = _time,
    };
}
