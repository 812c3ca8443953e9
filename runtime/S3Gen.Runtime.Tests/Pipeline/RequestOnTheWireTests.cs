using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Pipeline;

public sealed class RequestOnTheWireTests
{
    [Test]
    public async Task Put_sends_exactly_these_bytes()
    {
        await using RawServer server = new(Reply.Ok());
        using var client = TestClient.AtFixedTime(server);

        await client.RunAsync(TestOperation.Put, new TestRequest
        {
            Key = "a b/ü",
            Body = RequestBody.FromString("hello"),
            Write = static head =>
            {
                head.AddQuery("x-id", "PutObject");
                head.AddHeader("content-language", "de");
                head.ContentType = "text/plain";
                head.AddPrefixHeaders("x-amz-meta-", new Dictionary<string, string> { ["City"] = "Zürich" }, "PutObjectRequest.Metadata");
            },
        });

        string[] lines = server.Requests[0].Split("\r\n");
        string authorization = lines.Single(static line => line.StartsWith("Authorization: ", StringComparison.Ordinal));
        Assert.That(authorization, Does.StartWith(
            "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260701/us-east-1/s3/aws4_request, "
            + "SignedHeaders=content-language;content-type;host;x-amz-content-sha256;x-amz-date;x-amz-meta-city, Signature="));
        Assert.That(lines.Where(line => line != authorization), Is.EqualTo(new[]
        {
            "PUT /bucket/a%20b/%C3%BC?x-id=PutObject HTTP/1.1",
            $"Host: {server.Host}",
            "x-amz-meta-City: Z\u00C3\u00BCrich",
            "x-amz-content-sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
            "x-amz-date: 20260701T120000Z",
            "User-Agent: S3Gen/0.1",
            "Content-Language: de",
            "Content-Type: text/plain",
            "Content-Length: 5",
            string.Empty,
            "hello",
        }));
    }

    [TestCase("/./a/../b", "/bucket//./a/../b")]
    [TestCase("a//b", "/bucket/a//b")]
    [TestCase("a%2Fb", "/bucket/a%252Fb")]
    [TestCase(".", "/bucket/.")]
    [TestCase("..", "/bucket/..")]
    [TestCase("a?b#c", "/bucket/a%3Fb%23c")]
    [TestCase("\\x+y", "/bucket/%5Cx%2By")]
    public async Task Key_reaches_the_server_as_it_is(string key, string path)
    {
        await using RawServer server = new(Reply.Ok());
        using var client = TestClient.For(server);

        await client.RunAsync(TestOperation.Head, new TestRequest { Key = key });

        Assert.That(server.Requests[0], Does.StartWith($"HEAD {path} HTTP/1.1\r\n"));
    }

    [Test]
    public async Task Bucket_without_key_has_no_slash_at_its_end_and_no_bucket_is_the_root()
    {
        await using RawServer server = new(Reply.Ok());
        using var client = TestClient.For(server);

        await client.RunAsync(TestOperation.Head, new TestRequest { Key = null });
        await client.RunAsync(TestOperation.Head, new TestRequest { Key = null, Bucket = null });

        Assert.That(server.Requests[0], Does.StartWith("HEAD /bucket HTTP/1.1\r\n"));
        Assert.That(server.Requests[1], Does.StartWith("HEAD / HTTP/1.1\r\n"));
    }

    [Test]
    public async Task Put_with_content_headers_and_no_body_sends_both_headers_and_a_length_of_zero()
    {
        await using RawServer server = new(Reply.Ok());
        using var client = TestClient.For(server);

        await client.RunAsync(TestOperation.Put, new TestRequest { Write = static head => head.ContentType = "text/css" });
        await client.RunAsync(TestOperation.Put);

        Assert.That(server.Requests[0], Does.Contain("Content-Type: text/css\r\n").And.Contain("Content-Length: 0\r\n"));
        Assert.That(server.Requests[1], Does.Contain("Content-Length: 0\r\n"));
    }

    [Test]
    public async Task Anonymous_credentials_leave_the_request_unsigned()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipelineOwner owner = new(server, new StaticCredentialProvider(Credentials.Anonymous));

        await owner.Client.RunAsync(TestOperation.Head);

        Assert.That(server.Requests[0], Does.Not.Contain("Authorization").And.Not.Contain("x-amz-"));
    }

    [Test]
    public async Task Session_token_is_sent_and_signed()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipelineOwner owner = new(server, new StaticCredentialProvider("AK", "SK", "TOKEN"));

        await owner.Client.RunAsync(TestOperation.Head);

        Assert.That(server.Requests[0], Does.Contain("x-amz-security-token: TOKEN\r\n"));
        Assert.That(server.Requests[0], Does.Contain("SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token,"));
    }

    [TestCase("a\r\nx-evil: 1")]
    [TestCase("a\nb")]
    [TestCase("a\0b")]
    public async Task Header_value_that_would_break_out_is_refused_before_anything_is_sent(string value)
    {
        await using RawServer server = new(Reply.Ok());
        using var client = TestClient.For(server);

        Assert.That(
            () => client.RunAsync(TestOperation.Put, new TestRequest { Write = head => head.AddHeader("x-amz-acl", value) }),
            Throws.ArgumentException.With.Message.Contains("x-amz-acl"));
        Assert.That(
            () => client.RunAsync(TestOperation.Put, new TestRequest
            {
                Write = head => head.AddPrefixHeaders("x-amz-meta-", new Dictionary<string, string> { [value] = "v" }, "PutObjectRequest.Metadata"),
            }),
            Throws.ArgumentException.With.Message.Contains("PutObjectRequest.Metadata"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public void Half_a_surrogate_pair_is_refused_in_headers_and_keys()
    {
        string half = "\uD83D\uDE00"[..1];
        using CodeGen.ClientPipeline client = new(TestOperation.S3, new ClientOptions { Environment = new FakeEnvironment() });

        Assert.That(() => client.RunAsync(TestOperation.Put, new TestRequest { Write = head => head.AddHeader("x-amz-acl", half) }), Throws.ArgumentException);
        Assert.That(() => client.RunAsync(TestOperation.Put, new TestRequest { Key = half }), Throws.ArgumentException);
    }

    [Test]
    public async Task Checksum_that_the_service_demands_is_content_md5_unless_the_caller_gave_one()
    {
        TestOperation delete = new(HttpMethod.Post, flags: CodeGen.OperationFlags.ChecksumRequired);
        await using RawServer server = new(Reply.Ok());
        using var client = TestClient.For(server);

        await client.RunAsync(delete, new TestRequest { Write = static head => head.BeginXml().WriteElement("A"u8, "b") });
        await client.RunAsync(delete, new TestRequest
        {
            Write = static head =>
            {
                head.BeginXml().WriteElement("A"u8, "b");
                head.AddHeader("x-amz-checksum-crc32", "AAAAAA==");
            },
        });

        Assert.That(server.Requests[0], Does.Contain("Content-MD5: R0BHYn0nr+5SBzxqpSnW4A==\r\n"));
        Assert.That(server.Requests[0], Does.EndWith("<A>b</A>"));
        Assert.That(server.Requests[1], Does.Not.Contain("Content-MD5"));
    }

    [Test]
    public async Task Checksum_that_the_caller_asked_for_is_computed_from_memory_and_from_a_stream()
    {
        await using RawServer server = new(Reply.Ok());
        using var client = TestClient.For(server);
        foreach (RequestBody body in new[] { RequestBody.FromString("123456789"), RequestBody.FromStream(new MemoryStream("123456789"u8.ToArray())) })
        {
            await client.RunAsync(TestOperation.Put, new TestRequest { Body = body, Write = static head => head.AddHeader("x-amz-sdk-checksum-algorithm", "CRC32C") });
        }

        Assert.That(server.Requests, Has.All.Contain("x-amz-checksum-crc32c: 4waSgw==\r\n"));
        Assert.That(server.Requests, Has.All.Contain("x-amz-content-sha256: 15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225\r\n"));
    }

    private sealed class ClientPipelineOwner(RawServer server, ICredentialProvider credentials) : IDisposable
    {
        public CodeGen.ClientPipeline Client { get; } = new(TestOperation.S3, new ClientOptions
        {
            EndpointUrl = server.Url,
            Credentials = credentials,
            Environment = new FakeEnvironment(),
        });

        public void Dispose() => Client.Dispose();
    }
}
