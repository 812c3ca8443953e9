using System.Text;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Encryption;

/// <summary>Objects under keys that the service keeps: its own (SSE-S3), and those of its key management (SSE-KMS).</summary>
public sealed class ManagedKeyTests(string server) : EncryptionSuite(server)
{
    private const string StoresPlain = "16.2 takes AES256 in silence and stores the object as it is";
    private const string CopiesPlain = "16.2 ignores what encryption a copy is asked to have";

    private static readonly string Context = Convert.ToBase64String("""{"department":"archive"}"""u8);

    [Test]
    public async Task Object_under_the_services_key_says_so_wherever_it_is_seen()
    {
        NotOn(ServerNames.CephRgw, StoresPlain);
        byte[] content = Random(1000);
        PutObjectResponse put = await S3.PutObjectAsync(
            new PutObjectRequest { Bucket = Bucket, Key = "s3", Body = content, ServerSideEncryption = ServerSideEncryption.Aes256 });
        HeadObjectResponse head = await S3.HeadObjectAsync(Bucket, "s3");
        using GetObjectResponse get = await S3.GetObjectAsync(Bucket, "s3");
        CopyObjectResponse copy = await S3.CopyObjectAsync(new CopyObjectRequest
        {
            Bucket = Bucket, Key = "s3 copy", CopySource = ObjectKey.CopySource(Bucket, "s3"), ServerSideEncryption = ServerSideEncryption.Aes256,
        });

        Assert.That(
            new[] { put.ServerSideEncryption, head.ServerSideEncryption, get.ServerSideEncryption, copy.ServerSideEncryption },
            Is.All.EqualTo(ServerSideEncryption.Aes256));
        Assert.That(await GetAsync("s3 copy"), Is.EqualTo(content));
    }

    [Test]
    public async Task Object_under_a_managed_key_tells_the_key()
    {
        byte[] content = Random(1000);
        PutObjectResponse put = await S3.PutObjectAsync(Put("kms", content, ManagedKey));
        HeadObjectResponse head = await S3.HeadObjectAsync(Bucket, "kms");

        Assert.That((put.ServerSideEncryption, put.SSEKMSKeyId), Is.EqualTo((ServerSideEncryption.AwsKms, ManagedKey)));
        Assert.That((head.ServerSideEncryption, head.SSEKMSKeyId), Is.EqualTo((ServerSideEncryption.AwsKms, ManagedKey)));
        Assert.That(await GetAsync("kms"), Is.EqualTo(content));
    }

    [Test]
    public async Task Bucket_key_is_asked_for_and_told()
    {
        NotOn(ServerNames.CephRgw, "16.2 knows no bucket keys");
        PutObjectResponse put = await S3.PutObjectAsync(Put("bucket key", Random(10), ManagedKey));
        Assert.That(put.BucketKeyEnabled, Is.True);
    }

    [Test]
    public async Task Encryption_context_reaches_the_key_management()
    {
        NotOn(ServerNames.Moto, "does not tell what context an object was encrypted in");
        PutObjectResponse put = await S3.PutObjectAsync(Put("context", Random(10), ManagedKey));
        Assert.That(Encoding.UTF8.GetString(Convert.FromBase64String(put.SSEKMSEncryptionContext!)), Does.Contain("\"department\":\"archive\""));
    }

    [Test]
    public async Task Key_that_the_key_management_lacks_is_an_error()
    {
        NotOn(ServerNames.Moto, "asks no key management for the key");
        NotOn(ServerNames.InProcess, "asks no key management for the key");
        S3Exception refusal = (await Assert.CatchAsync<S3Exception>(async () => await S3.PutObjectAsync(Put("lacking", Random(10), "no-such-key"))))!;
        Assert.That(refusal.ServiceMessage, Does.Contain("no-such-key"));
    }

    [Test]
    public async Task Copy_gets_the_encryption_that_is_asked_for()
    {
        NotOn(ServerNames.CephRgw, CopiesPlain);
        byte[] content = Random(1000);
        await PutAsync("plain", content);
        CopyObjectResponse copy = await S3.CopyObjectAsync(new CopyObjectRequest
        {
            Bucket = Bucket,
            Key = "kms copy",
            CopySource = ObjectKey.CopySource(Bucket, "plain"),
            ServerSideEncryption = ServerSideEncryption.AwsKms,
            SSEKMSKeyId = ManagedKey,
            SSEKMSEncryptionContext = Context,
            BucketKeyEnabled = true,
        });

        Assert.That((copy.ServerSideEncryption, copy.SSEKMSKeyId), Is.EqualTo((ServerSideEncryption.AwsKms, ManagedKey)));
        Assert.That(await GetAsync("kms copy"), Is.EqualTo(content));
    }

    [TestCase("AES256")]
    [TestCase("aws:kms")]
    public async Task Parts_become_an_object_under_the_uploads_key(string encryption)
    {
        if (encryption == "AES256")
        {
            NotOn(ServerNames.CephRgw, StoresPlain);
        }

        string key = encryption == "AES256" ? "parts s3" : "parts kms";
        byte[] content = Random(PartSize + 100);
        CreateMultipartUploadResponse upload = await S3.CreateMultipartUploadAsync(new CreateMultipartUploadRequest
        {
            Bucket = Bucket, Key = key, ServerSideEncryption = encryption, SSEKMSKeyId = encryption == "AES256" ? null : ManagedKey,
        });
        CompletedPart[] parts = [await UploadAsync(key, upload.UploadId!, 1, content.AsMemory(0, PartSize)), await UploadAsync(key, upload.UploadId!, 2, content.AsMemory(PartSize))];
        await S3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            Bucket = Bucket, Key = key, UploadId = upload.UploadId!, MultipartUpload = new CompletedMultipartUpload { Parts = parts },
        });
        HeadObjectResponse head = await S3.HeadObjectAsync(Bucket, key);

        Assert.That((upload.ServerSideEncryption, head.ServerSideEncryption), Is.EqualTo(((ServerSideEncryption?)encryption, (ServerSideEncryption?)encryption)));
        Assert.That((await GetAsync(key)).AsSpan().SequenceEqual(content), Is.True);
    }

    private PutObjectRequest Put(string key, byte[] content, string under) => new()
    {
        Bucket = Bucket,
        Key = key,
        Body = content,
        ServerSideEncryption = ServerSideEncryption.AwsKms,
        SSEKMSKeyId = under,
        SSEKMSEncryptionContext = Context,
        BucketKeyEnabled = true,
    };

    private async Task<CompletedPart> UploadAsync(string key, string upload, int number, ReadOnlyMemory<byte> content)
    {
        UploadPartResponse part = await S3.UploadPartAsync(new UploadPartRequest
        {
            Bucket = Bucket, Key = key, UploadId = upload, PartNumber = number, Body = RequestBody.FromBytes(content),
        });
        return new CompletedPart { PartNumber = number, ETag = part.ETag };
    }
}
