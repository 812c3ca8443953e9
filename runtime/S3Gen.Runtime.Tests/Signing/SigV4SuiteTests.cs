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
        SuiteCase parsed = new(test, SigningScheme.SigV4);
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
        SuiteCase parsed = new(test, SigningScheme.SigV4);
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
}
