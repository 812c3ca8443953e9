using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Pipeline;

/// <summary>The endpoint says how a request is signed, and what it carries follows.</summary>
public sealed class SigningSchemeTests
{
    private static readonly Credentials Keys = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "the/token==");

    [Test]
    public async Task Multi_region_access_point_gets_a_region_set_and_an_asymmetric_signature()
    {
        string[] lines = await SendAsync(SigningScheme.SigV4a, regionSet: "*");

        Assert.That(lines, Does.Contain("x-amz-region-set: *").And.Contain("x-amz-security-token: the/token=="));
        Assert.That(lines.Single(static line => line.StartsWith("Authorization: ", StringComparison.Ordinal)), Does.StartWith(
            "Authorization: AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20260701/s3/aws4_request, "
            + "SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-region-set;x-amz-security-token, Signature=30"));
    }

    [Test]
    public async Task Without_a_region_set_the_signature_holds_in_the_region_alone()
    {
        string[] lines = await SendAsync(SigningScheme.SigV4a, regionSet: null);
        Assert.That(lines, Does.Contain("x-amz-region-set: eu-west-1"));
    }

    private static async Task<string[]> SendAsync(SigningScheme scheme, string? regionSet)
    {
        await using RawServer server = new(Reply.Ok());
        using var client = TestClient.At(
            new Endpoint
            {
                Scheme = "http",
                Authority = server.Host,
                SigningRegion = "eu-west-1",
                SigningName = "s3",
                SigningScheme = scheme,
                SigningRegionSet = regionSet,
            },
            Keys);
        await client.RunAsync(TestOperation.Head);
        return server.Requests[0].Split("\r\n");
    }
}
