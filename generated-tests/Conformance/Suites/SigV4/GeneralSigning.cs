using System.Globalization;
using System.Text;
using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.Runtime.Signing;

namespace S3Gen.Conformance.Suites.SigV4;

/// <summary>A case of the suite of AWS: every stage of both variants, and the request that comes out.</summary>
internal sealed class GeneralSigning
{
    private readonly JsonElement _json;
    private readonly JsonElement _context;
    private readonly RawHttpRequest _request;
    private readonly (string Name, string Value)[] _headers;
    private readonly DateTimeOffset _time;
    private readonly TimeSpan _expires;
    private readonly bool _signsBody;
    private readonly string? _token;

    private GeneralSigning(JsonElement json)
    {
        _json = json;
        _context = json.GetProperty("context");
        _request = RawHttpRequest.Parse(json.Text("request"));
        _headers = [.. _request.Headers.Select(header => (header.Key, header.Value))];
        _time = DateTimeOffset.Parse(_context.Text("timestamp"), CultureInfo.InvariantCulture);
        _expires = TimeSpan.FromSeconds(_context.GetProperty("expiration_in_seconds").GetInt32());
        _signsBody = _context.GetProperty("sign_body").GetBoolean();
        _token = _context.GetProperty("credentials").OptionalText("token");
    }

    private string BodyHash => _signsBody ? PayloadHash.Compute(Encoding.UTF8.GetBytes(_request.Body)) : PayloadHash.Empty;

    public static IReadOnlyList<string> Run(JsonElement json)
    {
        GeneralSigning signing = new(json);
        return [.. signing.RunHeader(), .. signing.RunQuery()];
    }

    private List<string> RunHeader()
    {
        SigningRequest signing = Describe(_signsBody);
        string authorization = new SigV4Signer().Sign(signing);
        List<KeyValuePair<string, string>> headers =
        [
            .. _request.Headers,
            new("X-Amz-Date", SigningTime.Format(_time)),
            .. _token is null ? Array.Empty<KeyValuePair<string, string>>() : [new("X-Amz-Security-Token", _token)],
            .. _signsBody ? [new("x-amz-content-sha256", BodyHash)] : Array.Empty<KeyValuePair<string, string>>(),
            new("Authorization", authorization),
        ];
        return Compare("header", SigV4Stages.OfHeader(signing), authorization[^SigV4Signer.SignatureLength..], _request with { Headers = headers });
    }

    private List<string> RunQuery()
    {
        SigningRequest signing = Describe(hasPayloadHashHeader: false);
        string query = new SigV4Signer().Presign(signing, _expires);
        return Compare("query", SigV4Stages.OfQuery(signing, _expires), query[^SigV4Signer.SignatureLength..], _request with { Query = query });
    }

    private SigningRequest Describe(bool hasPayloadHashHeader)
    {
        JsonElement credentials = _context.GetProperty("credentials");
        return new SigningRequest
        {
            Method = _request.Method,
            Path = _request.Path,
            Query = _request.Query,
            Headers = _headers,
            PayloadHash = BodyHash,
            HasPayloadHashHeader = hasPayloadHashHeader,
            SignsSessionToken = !_context.GetProperty("omit_session_token").GetBoolean(),
            PathMode = _context.GetProperty("normalize").GetBoolean() ? CanonicalPathMode.NormalizedAndEncodedAgain : CanonicalPathMode.EncodedAgain,
            Credentials = new SigningCredentials(credentials.Text("access_key_id"), credentials.Text("secret_access_key"), _token),
            Region = _context.Text("region"),
            Service = _context.Text("service"),
            Time = _time,
        };
    }

    private List<string> Compare(string variant, SigV4Stages stages, string signature, RawHttpRequest signed)
    {
        JsonElement expected = _json.GetProperty(variant);
        List<string> differences = [];
        Differences.Add(differences, $"{variant}: canonical request", expected.Text("canonical_request"), stages.CanonicalRequest);
        Differences.Add(differences, $"{variant}: string to sign", expected.Text("string_to_sign"), stages.StringToSign);
        Differences.Add(differences, $"{variant}: signature", expected.Text("signature"), signature);
        RawHttpRequest due = RawHttpRequest.Parse(expected.Text("signed_request"));
        differences.AddRange(RawHttpRequest.Differences(due, signed).Select(difference => $"{variant}: {difference}"));
        return differences;
    }
}
