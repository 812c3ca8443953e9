using System.Security.Cryptography;
using S3Gen.Tests.Doubles;

namespace S3Gen.Tests.Encryption;

/// <summary>Keys that the caller provides (SSE-C): given once, sent with what belongs to them, and never in the clear.</summary>
public sealed class CustomerKeyTests
{
    private const string Header = "x-amz-server-side-encryption-customer-";
    private const string SourceHeader = "x-amz-copy-source-server-side-encryption-customer-";

    private static readonly byte[] KeyBytes = SHA256.HashData("key"u8);
    private static readonly string Key = Convert.ToBase64String(KeyBytes);
    private static readonly string Digest = Convert.ToBase64String(MD5.HashData(KeyBytes));

    [Test]
    public async Task Key_brings_its_algorithm_and_its_digest_along()
    {
        SentRequest sent = await SendAsync(s3 => s3.PutObjectAsync(new PutObjectRequest { Bucket = "b", Key = "k", Body = RequestBody.FromString("x"), SSECustomerKey = Key }));
        AssertHeaders(sent, Header, "AES256", Key, Digest);
    }

    [Test]
    public async Task Key_of_the_source_of_a_copy_is_told_apart_from_that_of_the_copy()
    {
        string other = Convert.ToBase64String(SHA256.HashData("other"u8));
        SentRequest sent = await SendAsync(
            s3 => s3.UploadPartCopyAsync(new UploadPartCopyRequest
            {
                Bucket = "b", Key = "k", UploadId = "u", PartNumber = 1, CopySource = "b/source", CopySourceSSECustomerKey = Key, SSECustomerKey = other,
            }),
            "<CopyPartResult><ETag>\"e\"</ETag></CopyPartResult>");
        AssertHeaders(sent, SourceHeader, "AES256", Key, Digest);
        AssertHeaders(sent, Header, "AES256", other, Convert.ToBase64String(MD5.HashData(Convert.FromBase64String(other))));
    }

    [Test]
    public async Task What_the_caller_sets_beside_the_key_counts()
    {
        SentRequest sent = await SendAsync(s3 => s3.HeadObjectAsync(
            new HeadObjectRequest { Bucket = "b", Key = "k", SSECustomerKey = Key, SSECustomerAlgorithm = "AES512", SSECustomerKeyMD5 = "other" }));
        AssertHeaders(sent, Header, "AES512", Key, "other");
    }

    [Test]
    public async Task Request_without_a_key_has_none_of_the_headers()
    {
        SentRequest sent = await SendAsync(s3 => s3.HeadObjectAsync("b", "k"));
        Assert.That(sent.Headers.Keys, Has.None.Contains("customer"));
    }

    [TestCase("")]
    [TestCase("0123456789abcdef0123456789abcdef")]
    [TestCase("MDEyMzQ1Njc4OWFiY2RlZg==")]
    [TestCase("not base64!")]
    public async Task What_is_no_key_is_refused_and_not_shown(string key)
    {
        ArgumentException refusal = (await Assert.ThrowsAsync<ArgumentException>(
            async () => await SendAsync(s3 => s3.GetObjectAsync(new GetObjectRequest { Bucket = "b", Key = "k", SSECustomerKey = key }))))!;
        Assert.That(refusal.Message, Does.StartWith("GetObjectRequest.SSECustomerKey is not base64 of 32 bytes"));
        Assert.That(key.Length == 0 || !refusal.ToString().Contains(key, StringComparison.Ordinal));
    }

    [Test]
    public async Task Key_is_not_sent_over_http()
    {
        ScriptedTransport transport = new(ScriptedTransport.Empty());
        using S3Client s3 = Create(transport, "http://127.0.0.1:9");
        ArgumentException refusal = (await Assert.ThrowsAsync<ArgumentException>(
            async () => await s3.CopyObjectAsync(new CopyObjectRequest { Bucket = "b", Key = "k", CopySource = "b/s", CopySourceSSECustomerKey = Key })))!;
        Assert.That(refusal.Message, Does.Contain("CopyObjectRequest.CopySourceSSECustomerKey may travel over https alone, and the endpoint is http://127.0.0.1:9")
            .And.Contain("AllowCustomerKeysOverHttp").And.Not.Contain(Key));
        Assert.That(transport.Requests, Is.Empty);
    }

    [Test]
    public async Task Key_is_not_presigned_for_http_either()
    {
        using S3Client s3 = Create(new ScriptedTransport(ScriptedTransport.Empty()), "http://127.0.0.1:9");
        ArgumentException refusal = (await Assert.ThrowsAsync<ArgumentException>(
            async () => await s3.PresignAsync(new GetObjectRequest { Bucket = "b", Key = "k", SSECustomerKey = Key })))!;
        Assert.That(refusal.Message, Does.Contain("https"));
    }

    [Test]
    public async Task Key_is_sent_over_http_where_the_options_allow_it()
    {
        ScriptedTransport transport = new(ScriptedTransport.Empty());
        using S3Client s3 = Create(transport, "http://127.0.0.1:9", allowHttp: true);
        await s3.HeadObjectAsync(new HeadObjectRequest { Bucket = "b", Key = "k", SSECustomerKey = Key });
        AssertHeaders(transport.Requests.Single(), Header, "AES256", Key, Digest);
    }

    [Test]
    public async Task Call_after_one_with_a_key_is_free_again()
    {
        ScriptedTransport transport = new(ScriptedTransport.Empty());
        using S3Client s3 = Create(transport, "http://127.0.0.1:9", allowHttp: true);
        await s3.HeadObjectAsync(new HeadObjectRequest { Bucket = "b", Key = "k", SSECustomerKey = Key });
        await s3.HeadObjectAsync("b", "k");
        Assert.That(transport.Requests[1].Headers.Keys, Has.None.Contains("customer"));
    }

    private static async Task<SentRequest> SendAsync(Func<S3Client, Task> call, string? answer = null)
    {
        ScriptedTransport transport = new(answer is null ? ScriptedTransport.Empty() : ScriptedTransport.Xml(answer));
        using S3Client s3 = Create(transport, "https://store.example");
        await call(s3);
        return transport.Requests.Single();
    }

    private static S3Client Create(ScriptedTransport transport, string endpoint, bool? allowHttp = null) => new(new S3ClientOptions
    {
        EndpointUrl = new Uri(endpoint),
        Region = "us-east-1",
        Credentials = new StaticCredentialProvider(new Credentials("AKIDEXAMPLE", "secret")),
        Transport = transport,
        AllowCustomerKeysOverHttp = allowHttp,
    });

    private static void AssertHeaders(SentRequest sent, string prefix, string algorithm, string key, string digest) => Assert.That(
        (sent.Headers[prefix + "algorithm"], sent.Headers[prefix + "key"], sent.Headers[prefix + "key-MD5"]),
        Is.EqualTo((algorithm, key, digest)));
}
