using System.Net;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Encryption;

/// <summary>Objects under keys that the caller keeps (SSE-C).</summary>
public sealed class CustomerKeyTests(string server) : EncryptionSuite(server)
{
    private readonly string _key = CustomerKey.New();

    [Test]
    public async Task Object_is_written_described_and_read_with_its_key()
    {
        byte[] content = Random(3_000_001);
        PutObjectResponse put = await PutAsync("object", content);
        HeadObjectResponse head = await S3.HeadObjectAsync(new HeadObjectRequest { Bucket = Bucket, Key = "object", SSECustomerKey = _key });

        Assert.That(head.ContentLength, Is.EqualTo(content.Length));
        Assert.That((await GetAsync(Get("object"))).AsSpan().SequenceEqual(content), Is.True);
        Assert.That((await GetAsync(Get("object", range: "bytes=1000000-2000000"))).AsSpan().SequenceEqual(content.AsSpan(1_000_000, 1_000_001)), Is.True);
        if (Server != ServerNames.Moto)
        {
            Assert.That((put.SSECustomerAlgorithm, put.SSECustomerKeyMD5), Is.EqualTo(("AES256", CustomerKey.DigestOf(_key))));
            Assert.That((head.SSECustomerAlgorithm, head.SSECustomerKeyMD5), Is.EqualTo(("AES256", CustomerKey.DigestOf(_key))));
        }
    }

    [Test]
    public async Task Another_key_and_none_are_refused_and_no_key_is_shown()
    {
        NotOn(ServerNames.Moto, IgnoresKeys);
        string wrong = CustomerKey.New();
        await PutAsync("guarded", Random(100));

        foreach (string? key in new[] { wrong, null })
        {
            S3Exception read = await RefusedAsync(() => S3.GetObjectAsync(new GetObjectRequest { Bucket = Bucket, Key = "guarded", SSECustomerKey = key }), key);
            S3Exception head = await RefusedAsync(() => S3.HeadObjectAsync(new HeadObjectRequest { Bucket = Bucket, Key = "guarded", SSECustomerKey = key }), key);
            Assert.That(read.ErrorCode, Is.Not.Null.And.Not.Empty);
            Assert.That(head.StatusCode, Is.EqualTo(read.StatusCode));
        }
    }

    [Test]
    public async Task Parts_are_uploaded_and_copied_with_their_keys()
    {
        byte[] first = Random(PartSize);
        byte[] second = Random(100_000);
        string wrong = CustomerKey.New();
        string sourceKey = Server == ServerNames.CephRgw ? _key : CustomerKey.New(); // 16.2 tries the key of the copy on the source.
        await PutAsync("part source", second, sourceKey);
        CreateMultipartUploadResponse upload = await S3.CreateMultipartUploadAsync(new CreateMultipartUploadRequest { Bucket = Bucket, Key = "parts", SSECustomerKey = _key });
        UploadPartResponse uploaded = await UploadAsync("parts", upload.UploadId!, first, _key);
        UploadPartCopyResponse copied = await S3.UploadPartCopyAsync(new UploadPartCopyRequest
        {
            Bucket = Bucket,
            Key = "parts",
            UploadId = upload.UploadId!,
            PartNumber = 2,
            CopySource = ObjectKey.CopySource(Bucket, "part source"),
            CopySourceSSECustomerKey = sourceKey,
            SSECustomerKey = _key,
        });
        if (Server != ServerNames.Moto)
        {
            Assert.That((upload.SSECustomerKeyMD5, uploaded.SSECustomerKeyMD5), Is.EqualTo((CustomerKey.DigestOf(_key), CustomerKey.DigestOf(_key))));
            await RefusedAsync(() => UploadAsync("parts", upload.UploadId!, second, null), null);
            await RefusedAsync(() => UploadAsync("parts", upload.UploadId!, second, wrong), wrong);
        }

        await S3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            Bucket = Bucket,
            Key = "parts",
            UploadId = upload.UploadId!,
            SSECustomerKey = _key,
            MultipartUpload = new CompletedMultipartUpload
            {
                Parts = [new CompletedPart { PartNumber = 1, ETag = uploaded.ETag }, new CompletedPart { PartNumber = 2, ETag = copied.CopyPartResult!.ETag }],
            },
        });
        Assert.That((await GetAsync(Get("parts"))).AsSpan().SequenceEqual((byte[])[.. first, .. second]), Is.True);
    }

    [TestCase(true, true)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    public async Task Copy_is_decrypted_with_one_key_and_encrypted_with_another(bool sourceHasKey, bool copyHasKey)
    {
        NotOn(ServerNames.CephRgw, "16.2 answers NotImplemented to CopyObject of an object with a key of the caller, and copies without encrypting");
        byte[] content = Random(1000);
        string name = $"copy {sourceHasKey} {copyHasKey}";
        string copyKey = CustomerKey.New();
        await PutAsync(name, content, sourceHasKey ? _key : null);
        CopyObjectRequest copy = new()
        {
            Bucket = Bucket,
            Key = $"{name} copied",
            CopySource = ObjectKey.CopySource(Bucket, name),
            CopySourceSSECustomerKey = sourceHasKey ? _key : null,
            SSECustomerKey = copyHasKey ? copyKey : null,
        };

        CopyObjectResponse copied = await S3.CopyObjectAsync(copy);

        Assert.That(await GetAsync(new GetObjectRequest { Bucket = Bucket, Key = copy.Key, SSECustomerKey = copy.SSECustomerKey }), Is.EqualTo(content));
        if (Server != ServerNames.Moto)
        {
            Assert.That(copied.SSECustomerKeyMD5, Is.EqualTo(copyHasKey ? CustomerKey.DigestOf(copyKey) : null));
            string? stillNeeded = copyHasKey ? null : _key;
            await RefusedAsync(() => S3.GetObjectAsync(new GetObjectRequest { Bucket = Bucket, Key = copy.Key, SSECustomerKey = stillNeeded }), stillNeeded);
        }
    }

    [Test]
    public async Task Key_stands_in_no_line_of_the_log()
    {
        using KeptLog log = new();
        await using S3Client talkative = new(new S3ClientOptions { BasedOn = Options, LoggerFactory = log });
        string wrong = CustomerKey.New();
        await talkative.PutObjectAsync(new PutObjectRequest { Bucket = Bucket, Key = "logged", Body = Random(100), SSECustomerKey = _key });
        (await talkative.GetObjectAsync(Get("logged"))).Dispose();
        if (Server != ServerNames.Moto)
        {
            await Assert.CatchAsync<S3Exception>(async () => await talkative.GetObjectAsync(new GetObjectRequest { Bucket = Bucket, Key = "logged", SSECustomerKey = wrong }));
        }

        Assert.That(log.Text, Does.Contain("x-amz-server-side-encryption-customer-algorithm"));
        foreach (string key in new[] { _key, wrong })
        {
            Assert.That(log.Text, Does.Not.Contain(key).And.Not.Contain(Uri.EscapeDataString(key)));
        }
    }

    [Test]
    public async Task Server_without_tls_gets_no_key_unless_the_caller_allows_it()
    {
        await using ServerUnderTest cleartext = await ServerCatalog.ConnectAsync(Server);
        string bucket = Server == ServerNames.InProcess ? "cleartext" : Bucket;
        if (bucket != Bucket)
        {
            await cleartext.Client.CreateBucketAsync(bucket);
        }

        PutObjectRequest put = new() { Bucket = bucket, Key = "cleartext", Body = "x"u8.ToArray(), SSECustomerKey = _key };
        ArgumentException refusal = (await Assert.ThrowsAsync<ArgumentException>(async () => await cleartext.Client.PutObjectAsync(put)))!;
        await using S3Client allowed = new(new S3ClientOptions { BasedOn = cleartext.Options, AllowCustomerKeysOverHttp = true });
        await allowed.PutObjectAsync(put);

        Assert.That(refusal.ToString(), Does.Contain("https").And.Contain("AllowCustomerKeysOverHttp").And.Not.Contain(_key));
        using GetObjectResponse read = await allowed.GetObjectAsync(new GetObjectRequest { Bucket = bucket, Key = "cleartext", SSECustomerKey = _key });
        Assert.That(read.ContentLength, Is.EqualTo(1));
    }

    private GetObjectRequest Get(string key, string? range = null) => new() { Bucket = Bucket, Key = key, SSECustomerKey = _key, Range = range };

    private async Task<PutObjectResponse> PutAsync(string key, byte[] content, string? under) =>
        await S3.PutObjectAsync(new PutObjectRequest { Bucket = Bucket, Key = key, Body = content, SSECustomerKey = under });

    private new Task<PutObjectResponse> PutAsync(string key, byte[] content) => PutAsync(key, content, _key);

    private async Task<UploadPartResponse> UploadAsync(string key, string upload, byte[] content, string? under) => await S3.UploadPartAsync(
        new UploadPartRequest { Bucket = Bucket, Key = key, UploadId = upload, PartNumber = 1, Body = content, SSECustomerKey = under });

    private async Task<S3Exception> RefusedAsync(Func<Task> call, string? key)
    {
        S3Exception refusal = (await Assert.CatchAsync<S3Exception>(() => call()))!;
        Assert.That(refusal.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest).Or.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(refusal.ToString(), Does.Not.Contain(_key).And.Not.Contain(key ?? _key));
        return refusal;
    }
}
