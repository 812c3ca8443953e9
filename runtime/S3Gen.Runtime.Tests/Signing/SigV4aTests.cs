using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Tests.Signing;

public sealed class SigV4aTests
{
    private static readonly SigningCredentials Credentials = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "session//token==");

    private static IEnumerable<TestCaseData> Cases =>
        JsonDocument.Parse(Vectors.Read("sigv4/v4a.json")).RootElement.GetProperty("cases").EnumerateArray()
            .Select(static json => new TestCaseData(json).SetArgDisplayNames(json.Text("name")));

    [TestCaseSource(nameof(Cases))]
    public void Header_variant_gives_the_stages_of_the_suite_and_a_valid_signature(JsonElement test)
    {
        SigningRequest request = new SuiteCase(test, SigningScheme.SigV4a).ToSigningRequest(isQueryVariant: false);
        JsonElement expected = test.GetProperty("header");
        string authorization = new SigV4Signer().Sign(request);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SigV4Stages.OfHeader(request).CanonicalRequest, Is.EqualTo(expected.Text("canonical_request")));
            Assert.That(SigV4Stages.OfHeader(request).StringToSign, Is.EqualTo(expected.Text("string_to_sign")));
            Assert.That(authorization, Does.StartWith("AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20150830/service/aws4_request, "));
            Assert.That(IsValid(test, expected.Text("string_to_sign"), authorization.Split("Signature=")[1]), Is.True);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Query_variant_gives_the_stages_of_the_suite_and_a_valid_signature(JsonElement test)
    {
        SuiteCase parsed = new(test, SigningScheme.SigV4a);
        SigningRequest request = parsed.ToSigningRequest(isQueryVariant: true);
        JsonElement expected = test.GetProperty("query");
        string query = new SigV4Signer().Presign(request, parsed.Expires);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SigV4Stages.OfQuery(request, parsed.Expires).CanonicalRequest, Is.EqualTo(expected.Text("canonical_request")));
            Assert.That(SigV4Stages.OfQuery(request, parsed.Expires).StringToSign, Is.EqualTo(expected.Text("string_to_sign")));
            Assert.That(IsValid(test, expected.Text("string_to_sign"), query.Split("X-Amz-Signature=")[1]), Is.True);
        }
    }

    [Test]
    public void Public_point_is_the_platforms_for_any_key()
    {
        for (int i = 0; i < 20; i++)
        {
            using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            ECParameters parameters = key.ExportParameters(includePrivateParameters: true);
            ECPoint point = P256.PublicPoint(parameters.D);
            Assert.That(point.X, Is.EqualTo(parameters.Q.X));
            Assert.That(point.Y, Is.EqualTo(parameters.Q.Y));
        }
    }

    [TestCase("01", "6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296")]
    [TestCase("02", "7CF27B188D034F7E8A52380304B51AC3C08969E277F21B35A60B48FC47669978")]
    [TestCase("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632550", "6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296")]
    public void Public_point_is_right_for_the_first_and_the_last_scalars(string scalar, string x) =>
        Assert.That(Convert.ToHexString(P256.PublicPoint(Convert.FromHexString(scalar.PadLeft(64, '0'))).X!), Is.EqualTo(x));

    [TestCase("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC63254F", true)]
    [TestCase("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632550", false)]
    [TestCase("FFFFFFFF00000001000000000000000000000000000000000000000000000000", false)]
    [TestCase("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", true)]
    [TestCase("0000000000000000000000000000000000000000000000000000000000000000", true)]
    public void Candidates_of_a_key_are_held_against_the_order_of_the_curve(string candidate, bool isKey) =>
        Assert.That(SigV4aKeyDerivation.IsAtMostLimit(Convert.FromHexString(candidate)), Is.EqualTo(isKey));

    [TestCase("00FF", "0100")]
    [TestCase("0000", "0001")]
    [TestCase("FFFF", "010000")]
    public void One_is_added_with_its_carries(string number, string sum)
    {
        byte[] bytes = Convert.FromHexString(number.PadLeft(64, '0'));
        SigV4aKeyDerivation.AddOne(bytes);
        Assert.That(Convert.ToHexString(bytes), Is.EqualTo(sum.PadLeft(64, '0')));
    }

    [Test]
    public void Keys_are_kept_one_for_each_credential_and_ten_at_most()
    {
        SigV4aKeyCache cache = new();
        SigV4aKey first = cache.Get(Credentials);
        Assert.That(cache.Get(Credentials), Is.SameAs(first));
        Assert.That(cache.Get(new SigningCredentials("AKIDEXAMPLE", "rotated")), Is.Not.SameAs(first));
        for (int i = 0; i < 12; i++)
        {
            cache.Get(new SigningCredentials($"id-{i}", "secret"));
        }

        Assert.That(cache.Count, Is.EqualTo(10));
    }

    [Test]
    public void One_key_signs_for_many_threads_at_once()
    {
        SigV4aKey key = new(Credentials);
        using ECDsa verifier = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = key.PublicPoint });
        byte[] text = "text"u8.ToArray();
        bool[] results = new bool[64];
        Parallel.For(0, results.Length, i =>
        {
            byte[] signature = new byte[SigV4aKey.MaxSignatureSize];
            int length = key.Sign(text, signature);
            lock (verifier)
            {
                results[i] = verifier.VerifyData(text, signature.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            }
        });
        Assert.That(results, Has.All.True);
    }

    [Test]
    public void Region_set_and_token_are_signed_beside_the_headers_of_S3()
    {
        SigningRequest request = Request(SigningScheme.SigV4a, "us-west-2,eu-central-1");
        string canonical = SigV4Stages.OfHeader(request).CanonicalRequest;
        Assert.That(canonical, Does.Contain("\nx-amz-region-set:us-west-2,eu-central-1\nx-amz-security-token:session//token==\n"));
        Assert.That(new SigV4Signer().Presign(request, TimeSpan.FromHours(1)), Does.Contain("&X-Amz-Region-Set=us-west-2%2Ceu-central-1&"));
    }

    [Test]
    public void Session_of_a_directory_bucket_has_headers_and_parameters_of_its_own()
    {
        SigningRequest request = Request(SigningScheme.SigV4S3Express, "us-east-1");
        SigningRequest plain = Request(SigningScheme.SigV4, "us-east-1");
        Assert.That(SigV4Stages.OfHeader(request).CanonicalRequest, Does.Contain("\nx-amz-s3session-token:session//token==\n"));
        Assert.That(new SigV4Signer().Sign(request), Does.Contain(";x-amz-s3session-token, ").And.StartsWith("AWS4-HMAC-SHA256 "));
        Assert.That(new SigV4Signer().Presign(request, TimeSpan.FromHours(1)), Does.Contain("&X-Amz-S3session-Token=session%2F%2Ftoken%3D%3D&"));
        Assert.That(SigV4Stages.OfHeader(plain).CanonicalRequest, Does.Contain("\nx-amz-security-token:session//token==\n"));
    }

    private static SigningRequest Request(SigningScheme scheme, string region) => new()
    {
        Scheme = scheme,
        Method = "GET",
        Host = "mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com",
        Path = "/a/key",
        PayloadHash = PayloadHash.Empty,
        Credentials = Credentials,
        Region = region,
        Service = "s3",
        Time = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero),
    };

    private static bool IsValid(JsonElement test, string text, string signature)
    {
        JsonElement point = test.GetProperty("public_key");
        using ECDsa key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Convert.FromHexString(point.Text("x")), Y = Convert.FromHexString(point.Text("y")) },
        });
        return key.VerifyData(
            Encoding.UTF8.GetBytes(text), Convert.FromHexString(signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
