using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Tests.Signing;

public sealed class SigV4SignerTests
{
    private static readonly DateTimeOffset Time = new(2013, 5, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly SigningCredentials Keys = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    /// <summary>The example of the S3 API reference.</summary>
    [Test]
    public void Documented_GET_example_has_the_documented_signature() => Assert.That(
        new SigV4Signer().Sign(Request([("Range", "bytes=0-9")])),
        Is.EqualTo(
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, " +
            "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, " +
            "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"));

    [Test]
    public void Signing_allocates_nothing_once_the_key_is_derived()
    {
        SigV4Signer signer = new();
        (string, string)[] headers = [("range", "bytes=0-9"), ("x-amz-meta-note", " a  b "), ("x-amz-storage-class", "STANDARD")];
        char[] value = new char[SigV4Signer.TypicalAuthorizationLength];
        signer.TrySign(Request(headers), value, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            signer.TrySign(Request(headers), value, out _);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Order_and_case_of_the_given_headers_do_not_matter()
    {
        (string, string)[] sorted = [("a-b", "1"), ("ab", "2"), ("x-amz-meta-a_b", "3"), ("x-amz-meta-aab", "4"), ("z", "5")];
        string expected = SigV4Stages.OfHeader(Request(sorted)).CanonicalRequest;
        (string, string)[] mixed = [("Z", "5"), ("X-Amz-Meta-AAB", "4"), ("AB", "2"), ("X-Amz-Meta-A_B", "3"), ("A-B", "1")];
        Assert.That(SigV4Stages.OfHeader(Request(mixed)).CanonicalRequest, Is.EqualTo(expected));
        Assert.That(expected, Does.Contain("x-amz-meta-a_b:3\nx-amz-meta-aab:4\n"));
    }

    [Test]
    public void Headers_that_others_change_on_the_way_are_not_signed()
    {
        (string, string)[] headers =
        [
            ("user-agent", "u"), ("Expect", "100-continue"), ("connection", "close"), ("TE", "trailers"), ("Transfer-Encoding", "chunked"),
            ("Authorization", "old"), ("X-Amzn-Trace-Id", "t"), ("keep-alive", "1"), ("upgrade", "h2c"), ("Proxy-Authorization", "p"),
        ];
        Assert.That(SigV4Stages.OfHeader(Request(headers)), Is.EqualTo(SigV4Stages.OfHeader(Request([]))));
    }

    [Test]
    public void White_space_in_values_is_folded_and_equal_names_are_joined()
    {
        (string, string)[] headers = [("x-a", " \t1  2\t 3 \t"), ("X-A", ""), ("x-a", "4")];
        Assert.That(SigV4Stages.OfHeader(Request(headers)).CanonicalRequest, Does.Contain("\nx-a:1 2 3,,4\n"));
    }

    [Test]
    public void Headers_that_are_given_are_not_added_again()
    {
        (string, string)[] headers = [("Host", "other"), ("X-Amz-Date", "20130524T000000Z"), ("X-Amz-Content-Sha256", "hash")];
        string canonical = SigV4Stages.OfHeader(Request(headers)).CanonicalRequest;
        Assert.That(canonical, Does.Contain("\nhost:other\nx-amz-content-sha256:hash\nx-amz-date:20130524T000000Z\n\n"));
    }

    [Test]
    public void Many_and_long_headers_are_signed_too()
    {
        (string, string)[] headers = [.. Enumerable.Range(0, 200).Select(static i => ($"x-amz-meta-{i:D3}", new string('v', 300)))];
        string authorization = new SigV4Signer().Sign(Request(headers));
        Assert.That(authorization, Does.Contain("x-amz-meta-199;").Or.Contain("x-amz-meta-199,"));
        Assert.That(new SigV4Signer().TrySign(Request(headers), new char[100], out int written), Is.False);
        Assert.That(written, Is.Zero);
    }

    [TestCase("b=2&a=1", "a=1&b=2")]
    [TestCase("a-b=1&a=2", "a=2&a-b=1")]
    [TestCase("a=2&a=1&a", "a=&a=1&a=2")]
    [TestCase("k=a%2fb%20c", "k=a%2Fb%20c")]
    [TestCase("k=a+b/c d", "k=a%2Bb%2Fc%20d")]
    [TestCase("k=100%", "k=100%25")]
    [TestCase("k=%zz", "k=%25zz")]
    [TestCase("k=a=b", "k=a%3Db")]
    [TestCase("&&a=1&", "a=1")]
    [TestCase("ключ=é", "%D0%BA%D0%BB%D1%8E%D1%87=%C3%A9")]
    public void Query_is_brought_into_canonical_form(string query, string canonical) =>
        Assert.That(SigV4Stages.OfHeader(Request([], query)).CanonicalRequest.Split('\n')[2], Is.EqualTo(canonical));

    [TestCase(0)]
    [TestCase(604_801)]
    public void Presign_refuses_what_S3_refuses(int seconds) => Assert.That(
        () => new SigV4Signer().Presign(Request([]), TimeSpan.FromSeconds(seconds)), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Key_cache_is_bounded_and_forgets_past_days()
    {
        SigningKeyCache cache = new();
        SigningCredentials credentials = new("id", "secret");
        for (int i = 0; i < 25; i++)
        {
            cache.Get(credentials, "20260101", "region-" + i, "s3");
        }

        Assert.That(cache.Count, Is.EqualTo(10));
        Assert.That(cache.Get(credentials, "20260102", "r", "s3").SequenceEqual(SigningKey.Derive(new SecretString("secret"), "20260102", "r", "s3")), Is.True);
        Assert.That(cache.Count, Is.EqualTo(1));
        Assert.That(
            cache.Get(new SigningCredentials("id", "rotated"), "20260102", "r", "s3").SequenceEqual(cache.Get(credentials, "20260102", "r", "s3")),
            Is.False);
    }

    [Test]
    public void Credentials_show_no_secret() =>
        Assert.That(new SigningCredentials("AKID", "very secret", "token").ToString(), Is.EqualTo("AKID"));

    private static SigningRequest Request((string Name, string Value)[] headers, string query = "") => new()
    {
        Method = "GET",
        Host = "examplebucket.s3.amazonaws.com",
        Path = "/test.txt",
        Query = query,
        Headers = headers,
        PayloadHash = PayloadHash.Empty,
        Credentials = Keys,
        Region = "us-east-1",
        Service = "s3",
        Time = Time,
    };
}
