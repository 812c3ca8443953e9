using System.Text;
using System.Text.Json;
using S3Gen.Runtime.Signing;
using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.Tests.Signing;

/// <summary>Signatures as an independent S3 client makes them.</summary>
public sealed class S3SigningTests
{
    private static IEnumerable<TestCaseData> Signed => Vectors.Lines("vectors/signed.jsonl");

    private static IEnumerable<TestCaseData> Presigned =>
        Vectors.Lines("vectors/presign.jsonl", static json => json.TryGetProperty("expected_url", out _));

    private static IEnumerable<TestCaseData> Posted =>
        Vectors.Lines("vectors/presign.jsonl", static json => json.TryGetProperty("expected_fields", out _));

    [TestCaseSource(nameof(Signed))]
    public void Header_signature_equals_that_of_an_independent_client(JsonElement test)
    {
        string query = string.Join('&', test.GetProperty("query").EnumerateArray().Select(static pair => Encode(pair[0]) + "=" + Encode(pair[1])));
        SigningRequest request = ToRequest(test, test.Text("path"), query, test.Text("payload_hash"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SigV4Stages.OfHeader(request).CanonicalRequest, Is.EqualTo(test.Text("expected_canonical_request")));
            Assert.That(new SigV4Signer().Sign(request), Is.EqualTo(test.Text("expected_authorization")));
        }
    }

    [TestCaseSource(nameof(Presigned))]
    public void Presigned_query_equals_that_of_an_independent_client(JsonElement test)
    {
        string path = (test.Text("addressing") == "path" ? "/" + test.Text("bucket") : string.Empty) +
            "/" + UriEncoding.Encode(test.Text("key"), keepSlash: true);
        string query = string.Join(
            '&', test.GetProperty("query").EnumerateObject().Select(static item => UriEncoding.Encode(item.Name, false) + "=" + Encode(item.Value)));
        SigningRequest request = ToRequest(test, path, query, PayloadHash.Unsigned);
        string signed = new SigV4Signer().Presign(request, TimeSpan.FromSeconds(test.GetProperty("expires_seconds").GetInt32()));
        string[] expected = test.Text("expected_url").Split('?');
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{test.Text("scheme")}://{test.Text("host")}{path}", Is.EqualTo(expected[0]));
            Assert.That(Parameters(signed), Is.EquivalentTo(Parameters(expected[1])));
        }
    }

    [TestCaseSource(nameof(Posted))]
    public void Post_policy_signature_equals_that_of_an_independent_client(JsonElement test)
    {
        JsonElement fields = test.GetProperty("expected_fields");
        byte[] policy = Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(test.Text("policy_document"))));
        Assert.That(
            new SigV4Signer().SignText(policy, Credentials(test), test.Text("region"), "s3", SigningTime.Parse(test.Text("time"))),
            Is.EqualTo(fields.Text("x-amz-signature")));
    }

    private static SigningRequest ToRequest(JsonElement test, string path, string query, string payloadHash) => new()
    {
        Method = test.Text("method"),
        Host = test.Text("host"),
        Path = path,
        Query = query,
        Headers = test.GetProperty("headers").EnumerateObject().Select(static item => (item.Name, item.Value.GetString()!)).ToArray(),
        PayloadHash = payloadHash,
        Credentials = Credentials(test),
        Region = test.Text("region"),
        Service = "s3",
        Time = SigningTime.Parse(test.Text("time")),
    };

    private static SigningCredentials Credentials(JsonElement test) =>
        new(test.Text("access_key_id"), test.Text("secret_access_key"), test.GetProperty("session_token").GetString());

    private static string Encode(JsonElement value) => UriEncoding.Encode(value.GetString()!, keepSlash: false);

    private static IEnumerable<string> Parameters(string query) => query.Split('&').Select(Uri.UnescapeDataString);
}
