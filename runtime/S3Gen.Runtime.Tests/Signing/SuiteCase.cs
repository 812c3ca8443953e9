using System.Globalization;
using System.Text.Json;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Tests.Signing;

/// <summary>A case of the AWS signing test suite.</summary>
internal sealed class SuiteCase
{
    private readonly SigningScheme _scheme;
    private readonly RawRequest _raw;
    private readonly JsonElement _context;

    internal SuiteCase(JsonElement test, SigningScheme scheme)
    {
        _scheme = scheme;
        _raw = RawRequest.Parse(test.Text("request"));
        _context = test.GetProperty("context");
    }

    internal TimeSpan Expires => TimeSpan.FromSeconds(_context.GetProperty("expiration_in_seconds").GetInt32());

    internal SigningRequest ToSigningRequest(bool isQueryVariant)
    {
        JsonElement credentials = _context.GetProperty("credentials");
        bool signsBody = _context.GetProperty("sign_body").GetBoolean();
        return new SigningRequest
        {
            Scheme = _scheme,
            Method = _raw.Method,
            Path = _raw.Path,
            Query = _raw.Query,
            Headers = _raw.Headers,
            PayloadHash = signsBody ? PayloadHash.Compute(_raw.Body) : PayloadHash.Empty,
            HasPayloadHashHeader = signsBody && !isQueryVariant,
            SignsSessionToken = !_context.GetProperty("omit_session_token").GetBoolean(),
            PathMode = _context.GetProperty("normalize").GetBoolean()
                ? CanonicalPathMode.NormalizedAndEncodedAgain
                : CanonicalPathMode.EncodedAgain,
            Credentials = new SigningCredentials(
                credentials.Text("access_key_id"), credentials.Text("secret_access_key"), credentials.GetProperty("token").GetString()),
            Region = _context.Text("region"),
            Service = _context.Text("service"),
            Time = DateTimeOffset.Parse(_context.Text("timestamp"), CultureInfo.InvariantCulture),
        };
    }
}
