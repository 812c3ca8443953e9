using System.Globalization;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Pipeline;

/// <summary>What a request says of its body, for each kind of body and connection.</summary>
public sealed class PayloadSigningTests
{
    private const string Sha256OfContent = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private const string Crc32 = "CRC32";
    private static readonly TestOperation PutContent = new(HttpMethod.Put, flags: OperationFlags.StreamingBody);
    private static readonly Credentials Keys = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    [TestCase("https", "once", null, "UNSIGNED-PAYLOAD", TestName = "Stream over TLS is not signed")]
    [TestCase("https", "again", null, "UNSIGNED-PAYLOAD", TestName = "Stream over TLS that can be read again is not signed")]
    [TestCase("https", "memory", null, Sha256OfContent, TestName = "Memory over TLS is signed")]
    [TestCase("http", "once", null, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", TestName = "Stream over plain HTTP is signed chunk by chunk")]
    [TestCase("http", "again", null, Sha256OfContent, TestName = "Stream over plain HTTP that can be read again is signed whole")]
    [TestCase("https", "once", Crc32, "STREAMING-UNSIGNED-PAYLOAD-TRAILER", TestName = "Checksum of a stream over TLS is a trailer")]
    [TestCase("http", "once", Crc32, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", TestName = "Checksum of a stream over plain HTTP is a signed trailer")]
    public async Task Body_is_signed(string scheme, string body, string? algorithm, string expected)
    {
        SentRequest request = await SendAsync(scheme, Body(body), algorithm);

        bool isChunked = expected.StartsWith("STREAMING", StringComparison.Ordinal);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(request.Header("x-amz-content-sha256"), Is.EqualTo(expected));
            Assert.That(request.Header("Content-Encoding"), Is.EqualTo(isChunked && algorithm is not null ? "aws-chunked" : null));
            Assert.That(request.Header("x-amz-decoded-content-length"), Is.EqualTo(isChunked ? "5" : null));
            Assert.That(request.Header("x-amz-trailer"), Is.EqualTo(isChunked && algorithm is not null ? "x-amz-checksum-crc32" : null));
            Assert.That(request.Header("Content-Length"), Is.EqualTo(request.Body.Length.ToString(CultureInfo.InvariantCulture)));
        }
    }

    [TestCase("memory")]
    [TestCase("again")]
    public async Task Checksum_of_a_body_that_is_read_twice_cheaply_is_a_header(string body)
    {
        SentRequest request = await SendAsync("https", Body(body), Crc32);

        Assert.That(request.Header("x-amz-checksum-crc32"), Is.EqualTo("NhCmhg=="));
        Assert.That(request.Body, Is.EqualTo("hello"));
    }

    [TestCase("https", "UNSIGNED-PAYLOAD")]
    [TestCase("http", "9192c25b734fcbadbe32dadc28089c60db0e39f90cc20ce2e5733f57261acc0c")]
    public async Task Long_memory_is_signed_over_plain_HTTP_alone(string scheme, string expected)
    {
        SentRequest request = await SendAsync(scheme, RequestBody.FromBytes(new byte[100_000]), Crc32);

        Assert.That(request.Header("x-amz-content-sha256"), Is.EqualTo(expected));
        Assert.That(request.Header("x-amz-checksum-crc32"), Is.EqualTo("1BGVfQ=="));
    }

    [Test]
    public async Task Long_body_over_TLS_is_read_once_though_it_could_be_read_again()
    {
        SentRequest request = await SendAsync("https", RequestBody.FromStream(new MemoryStream(new byte[100_000])), Crc32);

        Assert.That(request.Header("x-amz-content-sha256"), Is.EqualTo("STREAMING-UNSIGNED-PAYLOAD-TRAILER"));
        Assert.That(request.Body, Does.EndWith("\r\n0\r\nx-amz-checksum-crc32:1BGVfQ==\r\n\r\n"));
    }

    [Test]
    public async Task Long_body_that_can_be_read_again_is_read_twice_where_the_store_may_not_take_trailers()
    {
        SentRequest request = await SendAsync(
            "https", RequestBody.FromStream(new MemoryStream(new byte[100_000])), Crc32, chunks: ChunkedEncoding.WhenRequired);

        Assert.That(request.Header("x-amz-content-sha256"), Is.EqualTo("UNSIGNED-PAYLOAD"));
        Assert.That(request.Header("x-amz-checksum-crc32"), Is.EqualTo("1BGVfQ=="));
    }

    [Test]
    public async Task Unsigned_chunks_are_framed_and_followed_by_the_checksum()
    {
        SentRequest request = await SendAsync("https", Body("once"), "CRC64NVME");
        Assert.That(request.Body, Does.Match("^5\r\nhello\r\n0\r\nx-amz-checksum-crc64nvme:[A-Za-z0-9+/]{11}=\r\n\r\n$"));
    }

    [Test]
    public async Task Signed_chunks_and_their_trailer_carry_signatures()
    {
        SentRequest request = await SendAsync("http", Body("once"), Crc32);
        Assert.That(request.Body, Does.Match(
            "^5;chunk-signature=[0-9a-f]{64}\r\nhello\r\n0;chunk-signature=[0-9a-f]{64}\r\nx-amz-checksum-crc32:NhCmhg==\r\nx-amz-trailer-signature:[0-9a-f]{64}\r\n\r\n$"));
    }

    [Test]
    public async Task Content_coding_of_the_caller_stays_behind_that_of_the_transfer()
    {
        SentRequest request = await SendAsync("https", Body("once"), Crc32, head => head.AddHeader("content-encoding", "gzip"));
        Assert.That(request.Header("Content-Encoding"), Is.EqualTo("aws-chunked, gzip"));
    }

    [Test]
    public async Task Anonymous_stream_over_plain_HTTP_is_chunked_without_signatures()
    {
        SentRequest request = await SendAsync("http", Body("once"), Crc32, credentials: Credentials.Anonymous);

        Assert.That(request.Header("x-amz-content-sha256"), Is.EqualTo("STREAMING-UNSIGNED-PAYLOAD-TRAILER"));
        Assert.That(request.Body, Is.EqualTo("5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n"));
    }

    [Test]
    public async Task Without_chunks_a_stream_over_plain_HTTP_is_not_signed()
    {
        SentRequest request = await SendAsync("http", Body("once"), algorithm: null, chunks: ChunkedEncoding.Never);

        Assert.That(request.Header("x-amz-content-sha256"), Is.EqualTo("UNSIGNED-PAYLOAD"));
        Assert.That(request.Body, Is.EqualTo("hello"));
    }

    [Test]
    public async Task Without_chunks_the_checksum_of_a_stream_that_is_read_once_is_refused()
    {
        ArgumentException refused = (await Assert.ThrowsAsync<ArgumentException>(() => SendAsync("https", Body("once"), Crc32, chunks: ChunkedEncoding.Never)))!;
        Assert.That(refused.Message, Does.Contain("TestRequest.Body cannot be read twice"));
    }

    [Test]
    public async Task Asymmetric_signatures_over_plain_HTTP_sign_no_chunks()
    {
        SentRequest request = await SendAsync("http", Body("once"), algorithm: null, signing: SigningScheme.SigV4a);
        Assert.That(request.Header("x-amz-content-sha256"), Is.EqualTo("UNSIGNED-PAYLOAD"));
    }

    [Test]
    public async Task Policy_adds_a_checksum_that_nobody_asked_for_as_header_or_trailer()
    {
        SentRequest memory = await SendAsync("https", Body("memory"), algorithm: null, policy: ChecksumPolicy.WhenSupported);
        SentRequest stream = await SendAsync("https", Body("once"), algorithm: null, policy: ChecksumPolicy.WhenSupported);

        Assert.That(memory.Header("x-amz-checksum-crc64nvme"), Is.Not.Null);
        Assert.That(stream.Body, Does.Contain($"x-amz-checksum-crc64nvme:{memory.Header("x-amz-checksum-crc64nvme")}"));
    }

    [Test]
    public async Task Policy_gives_way_to_the_callers_own_checksum()
    {
        SentRequest request = await SendAsync(
            "https", Body("memory"), algorithm: null, head => head.AddHeader("x-amz-checksum-sha1", "qvTGHdzF6KLavt4PO0gs2a6pQ00="), policy: ChecksumPolicy.WhenSupported);
        Assert.That(request.Headers.Keys, Does.Not.Contain("x-amz-checksum-crc64nvme").And.Contain("x-amz-checksum-sha1"));
    }

    [Test]
    public async Task Policy_is_silent_where_the_body_cannot_have_a_checksum()
    {
        SentRequest request = await SendAsync("https", Body("once"), algorithm: null, chunks: ChunkedEncoding.Never, policy: ChecksumPolicy.WhenSupported);
        Assert.That(request.Body, Is.EqualTo("hello"));
    }

    [Test]
    public async Task Retry_of_a_chunked_body_computes_its_checksum_anew()
    {
        int attempt = 0;
        using StubTransport transport = new(_ => attempt++ == 0 ? StubTransport.Error(503, "SlowDown") : StubTransport.Status(200));
        byte[] content = new byte[100_000];
        using ClientPipeline client = Client(transport, "https", Keys, ChunkedEncoding.WhenSupported, ChecksumPolicy.WhenSupported, SigningScheme.SigV4);

        await client.RunAsync(PutContent, new TestRequest { Body = RequestBody.FromStream(new MemoryStream(content)) });

        Assert.That(transport.Requests, Has.Length.EqualTo(2));
        Assert.That(transport.Requests[1].Body, Is.EqualTo(transport.Requests[0].Body));
    }

    private static RequestBody Body(string kind) => kind switch
    {
        "memory" => RequestBody.FromString("hello"),
        "again" => RequestBody.FromStream(new MemoryStream("hello"u8.ToArray())),
        _ => RequestBody.FromStream(new NonSeekableStream("hello"u8.ToArray()), contentLength: 5),
    };

    private static async Task<SentRequest> SendAsync(
        string scheme,
        RequestBody body,
        string? algorithm,
        Action<RequestHead>? write = null,
        Credentials? credentials = null,
        ChunkedEncoding chunks = ChunkedEncoding.WhenSupported,
        ChecksumPolicy policy = ChecksumPolicy.WhenRequired,
        SigningScheme signing = SigningScheme.SigV4)
    {
        using StubTransport transport = new(static _ => StubTransport.Status(200));
        using ClientPipeline client = Client(transport, scheme, credentials ?? Keys, chunks, policy, signing);
        await client.RunAsync(PutContent, new TestRequest
        {
            Body = body,
            Write = head =>
            {
                head.AddHeader("x-amz-sdk-checksum-algorithm", algorithm);
                write?.Invoke(head);
            },
        });
        return transport.Requests.Single();
    }

    private static ClientPipeline Client(
        StubTransport transport, string scheme, Credentials credentials, ChunkedEncoding chunks, ChecksumPolicy policy, SigningScheme signing) => new(TestOperation.S3, new ClientOptions
        {
            EndpointResolver = new OneEndpoint(new Endpoint
            {
                Scheme = scheme,
                Authority = "bucket.example.com",
                SigningRegion = "eu-west-1",
                SigningName = "s3",
                SigningScheme = signing,
            }),
            Credentials = new StaticCredentialProvider(credentials),
            Transport = transport,
            ChunkedEncoding = chunks,
            RequestChecksumCalculation = policy,
            Environment = new FakeEnvironment(),
            NextRandom = static () => 0,
        });
}
