using System.Net;
using System.Security.Cryptography;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class EncryptionTests : ServerFixture
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    [Test]
    public async Task Object_under_a_customer_s_key_is_read_with_that_key_alone()
    {
        S3Answer put = await ArrangeAsync(WithKey(Put("k", "secret"), Key));
        AssertError(await SendAsync(Get("k")), 400, "InvalidRequest");
        AssertError(await SendAsync(WithKey(Get("k"), RandomNumberGenerator.GetBytes(32))), 403, "AccessDenied");
        S3Answer read = await SendAsync(WithKey(Get("k"), Key));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Text, Is.EqualTo("secret"));
            Assert.That(read.Header("x-amz-server-side-encryption-customer-algorithm"), Is.EqualTo("AES256"));
            Assert.That(put.Header("ETag"), Is.Not.EqualTo($"\"{Convert.ToHexStringLower(Digests.Md5("secret"u8))}\""));
            Assert.That(put.Header("x-amz-server-side-encryption"), Is.Null);
        }
    }

    [Test]
    public async Task Copy_needs_the_key_of_its_source_and_every_part_that_of_its_upload()
    {
        await ArrangeAsync(WithKey(Put("source", "secret"), Key));
        S3Request copy = Put("copy").Header("x-amz-copy-source", $"{Bucket}/source");
        AssertError(await SendAsync(copy), 400, "InvalidRequest");
        await ArrangeAsync(WithKey(Put("copy").Header("x-amz-copy-source", $"{Bucket}/source"), Key, "x-amz-copy-source-server-side-encryption-customer-"));
        string upload = (await ArrangeAsync(WithKey(Post("parts").Query("uploads"), Key))).Element("UploadId")!;
        AssertError(await SendAsync(Put("parts", "1").Query("partNumber", "1").Query("uploadId", upload)), 400, "InvalidRequest");
        await ArrangeAsync(WithKey(Put("parts", "1").Query("partNumber", "1").Query("uploadId", upload), Key));
        Assert.That((await SendAsync(Get("copy"))).Text, Is.EqualTo("secret"));
    }

    [Test]
    public async Task Key_that_is_not_its_digest_s_is_refused()
    {
        S3Request put = WithKey(Put("k"), Key).Header("x-amz-server-side-encryption-customer-key-MD5", Digests.Md5Base64("another"));
        AssertError(await SendAsync(put), 400, "InvalidArgument");
        AssertError(await SendAsync(WithKey(Put("k"), Key).Header("x-amz-server-side-encryption-customer-algorithm", "ROT13")), 400, "InvalidEncryptionAlgorithmError");
    }

    [Test]
    public async Task Bucket_s_default_encryption_holds_where_a_write_names_none()
    {
        await ArrangeAsync(Request(HttpMethod.Put, "/" + Bucket).Query("encryption").Body(
            "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>key-1</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>"));
        await ArrangeAsync(Put("k"));
        S3Answer head = await SendAsync(Head("k"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(head.Header("x-amz-server-side-encryption"), Is.EqualTo("aws:kms"));
            Assert.That(head.Header("x-amz-server-side-encryption-aws-kms-key-id"), Is.EqualTo("key-1"));
        }
    }

    [Test]
    public async Task Encryption_context_is_told_to_whoever_writes_and_to_nobody_else()
    {
        string context = Convert.ToBase64String("""{"department":"archive"}"""u8);
        S3Answer put = await ArrangeAsync(WithContext(Put("k"), context));
        S3Answer upload = await ArrangeAsync(WithContext(Post("parts").Query("uploads"), context));
        S3Answer copy = await ArrangeAsync(WithContext(Put("copy").Header("x-amz-copy-source", $"{Bucket}/k"), context));
        S3Answer head = await ArrangeAsync(Head("k"));
        Assert.That(
            new[] { put, upload, copy, head }.Select(static answer => answer.Header("x-amz-server-side-encryption-context")),
            Is.EqualTo(new[] { context, context, context, null }));
    }

    [TestCase("not base64")]
    [TestCase("W10=", Description = "[]")]
    [TestCase("eyJhIjoxfQ==", Description = """{"a":1}""")]
    [TestCase("ew==", Description = "{")]
    public async Task Encryption_context_that_is_no_map_of_strings_is_refused(string context) =>
        AssertError(await SendAsync(WithContext(Put("k"), context)), 400, "InvalidArgument");

    [Test]
    public async Task Server_that_requires_tls_takes_no_keys_without_it()
    {
        await using S3TestServer strict = await S3TestServer.StartAsync(new S3TestServerOptions { RequireTlsForCustomerKeys = true });
        Assert.That((await SendAsync(new S3Request(strict, HttpMethod.Put, "/a-bucket"))).Status, Is.EqualTo(HttpStatusCode.OK));
        AssertError(await SendAsync(WithKey(new S3Request(strict, HttpMethod.Put, "/a-bucket/k"), Key)), 400, "InvalidRequest");
    }

    private static S3Request WithContext(S3Request request, string context) =>
        request.Header("x-amz-server-side-encryption", "aws:kms").Header("x-amz-server-side-encryption-context", context);

    private static S3Request WithKey(S3Request request, byte[] key, string prefix = "x-amz-server-side-encryption-customer-") => request
        .Header(prefix + "algorithm", "AES256")
        .Header(prefix + "key", Convert.ToBase64String(key))
        .Header(prefix + "key-MD5", Convert.ToBase64String(Digests.Md5(key)));
}
