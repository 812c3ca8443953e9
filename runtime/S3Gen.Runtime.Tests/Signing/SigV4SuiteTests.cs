using System.Globalization;
using System.Text.Json;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Tests.Signing;

/// <summary>The AWS signing test suite: generic signing, as services other than S3 want it.</summary>
public sealed class SigV4SuiteTests
{
    private static IEnumerable<TestCaseData> Cases =>
        JsonDocument.Parse(Vectors.Read("sigv4/v4.json")).RootElement.GetProperty("cases").EnumerateArray()
            .Select(static json => new TestCaseData(json).SetArgDisplayNames(json.Text("name")));

    [TestCaseSource(nameof(Cases))]
    public void Header_variant_gives_the_stages_and_the_signature_of_the_suite(JsonElement test)
    {
        SuiteCase parsed = new(test);
        SigningRequest request = parsed.ToSigningRequest(isQueryVariant: false);
        JsonElement expected = test.GetProperty("header");
        SigV4Stages stages = SigV4Stages.OfHeader(request);
        string authorization = new SigV4Signer().Sign(request);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stages.CanonicalRequest, Is.EqualTo(expected.Text("canonical_request")));
            Assert.That(stages.StringToSign, Is.EqualTo(expected.Text("string_to_sign")));
            Assert.That(authorization[^SigV4Signer.SignatureLength..], Is.EqualTo(expected.Text("signature")));
            Assert.That(expected.Text("signed_request"), Does.Contain("Authorization:" + authorization + "\n"));
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Query_variant_gives_the_stages_and_the_signature_of_the_suite(JsonElement test)
    {
        SuiteCase parsed = new(test);
        SigningRequest request = parsed.ToSigningRequest(isQueryVariant: true);
        JsonElement expected = test.GetProperty("query");
        SigV4Stages stages = SigV4Stages.OfQuery(request, parsed.Expires);
        string query = new SigV4Signer().Presign(request, parsed.Expires);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stages.CanonicalRequest, Is.EqualTo(expected.Text("canonical_request")));
            Assert.That(stages.StringToSign, Is.EqualTo(expected.Text("string_to_sign")));
            Assert.That(query, Does.EndWith("&X-Amz-Signature=" + expected.Text("signature")));
            Assert.That(Parameters(query), Is.EquivalentTo(Parameters(RawRequest.Parse(expected.Text("signed_request")).Query)));
        }
    }

    private static IEnumerable<string> Parameters(string query) => query.Split('&').Select(Uri.UnescapeDataString);

    private sealed class SuiteCase
    {
        private readonly RawRequest _raw;
        private readonly JsonElement _context;

        internal SuiteCase(JsonElement test)
        {
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
}
