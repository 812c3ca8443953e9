using System.Text;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Presigning;

/// <summary>Presigned URLs do what they were made for in the hands of curl.</summary>
public sealed class PresignedUrlTests(string server) : ServerSuite(server)
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("presigned content");

    [SetUp]
    public void RequireSignedQueries() => NotOn(ServerNames.Moto, "looks for the Authorization header alone, and fails with 500 where there is none");

    [Test]
    public async Task Get_with_overridden_type()
    {
        await PutAsync("dir/get me.txt", Content);

        PresignedUrl url = await S3.PresignAsync(new GetObjectRequest { Bucket = Bucket, Key = "dir/get me.txt", ResponseContentType = "text/plain; charset=utf-8" });
        CurlAnswer answer = await Curl.To(url).SendAsync();

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "presigned content")));
        Assert.That(answer.ContentType, Is.EqualTo("text/plain; charset=utf-8"));
    }

    [Test]
    public async Task Get_of_a_version()
    {
        await S3.PutBucketVersioningAsync(new PutBucketVersioningRequest
        {
            Bucket = Bucket, VersioningConfiguration = new VersioningConfiguration { Status = BucketVersioningStatus.Enabled },
        });
        PutObjectResponse first = await PutAsync("versioned", Content);
        await PutAsync("versioned", "later"u8.ToArray());

        PresignedUrl url = await S3.PresignAsync(new GetObjectRequest { Bucket = Bucket, Key = "versioned", VersionId = first.VersionId });
        CurlAnswer answer = await Curl.To(url).SendAsync();

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "presigned content")));
    }

    [Test]
    public async Task Head()
    {
        await PutAsync("head", Content);
        CurlAnswer there = await Curl.To(await S3.PresignAsync(new HeadObjectRequest { Bucket = Bucket, Key = "head" })).HeadOnly().SendAsync();
        CurlAnswer missing = await Curl.To(await S3.PresignAsync(new HeadObjectRequest { Bucket = Bucket, Key = "missing" })).HeadOnly().SendAsync();
        Assert.That((there.Status, missing.Status), Is.EqualTo((200, 404)));
    }

    [Test]
    public async Task Put_with_type_metadata_and_digest()
    {
        PresignedUrl url = await S3.PresignAsync(new PutObjectRequest
        {
            Bucket = Bucket,
            Key = "put/ünï",
            ContentType = "application/x-thing",
            ContentMD5 = Convert.ToBase64String(System.Security.Cryptography.MD5.HashData(Content)),
            Metadata = new Dictionary<string, string> { ["author"] = "a  b" },
        });

        CurlAnswer answer = await Curl.To(url).TypedBody(Content).SendAsync();

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        HeadObjectResponse stored = await S3.HeadObjectAsync(Bucket, "put/ünï");
        Assert.That(stored.ContentType, Is.EqualTo("application/x-thing"));
        Assert.That(stored.Metadata.Keys, Does.Contain("author"));
        Assert.That(await GetAsync("put/ünï"), Is.EqualTo(Content));
    }

    [Test]
    public async Task Put_with_a_signed_length()
    {
        PresignedUrl url = await S3.PresignAsync(new PutObjectRequest { Bucket = Bucket, Key = "sized", ContentLength = Content.Length });
        Assert.That((await Curl.To(url).Body(Content).SendAsync()).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Delete()
    {
        await PutAsync("doomed", Content);
        CurlAnswer answer = await Curl.To(await S3.PresignAsync(new DeleteObjectRequest { Bucket = Bucket, Key = "doomed" })).SendAsync();
        Assert.That(answer.Status, Is.EqualTo(204));
        await Assert.ThrowsAsync<NotFoundException>(async () => await S3.HeadObjectAsync(Bucket, "doomed"));
    }

    [Test]
    public async Task List()
    {
        await PutAsync("list/one", Content);
        PresignedUrl url = await S3.PresignAsync(new ListObjectsV2Request { Bucket = Bucket, Prefix = "list/", MaxKeys = 5 });
        CurlAnswer answer = await Curl.To(url).SendAsync();
        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Text, Does.Contain("<Key>list/one</Key>"));
    }

    [Test]
    public async Task Part_of_an_upload()
    {
        CreateMultipartUploadResponse upload = await S3.CreateMultipartUploadAsync(Bucket, "parts");
        PresignedUrl url = await S3.PresignAsync(new UploadPartRequest { Bucket = Bucket, Key = "parts", UploadId = upload.UploadId!, PartNumber = 1 });

        CurlAnswer answer = await Curl.To(url).Body(Content).SendAsync();

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        ListPartsResponse parts = await S3.ListPartsAsync(Bucket, "parts", upload.UploadId!);
        await S3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            Bucket = Bucket,
            Key = "parts",
            UploadId = upload.UploadId!,
            MultipartUpload = new CompletedMultipartUpload { Parts = [new CompletedPart { PartNumber = 1, ETag = parts.Parts.Single().ETag }] },
        });
        Assert.That(await GetAsync("parts"), Is.EqualTo(Content));
    }

    [Test]
    public async Task Copy()
    {
        await PutAsync("copy source ü", Content);
        PresignedUrl url = await S3.PresignAsync(new CopyObjectRequest { Bucket = Bucket, Key = "copy", CopySource = $"{Bucket}/copy%20source%20%C3%BC" });
        Assert.That((await Curl.To(url).SendAsync()).Status, Is.EqualTo(200));
        Assert.That(await GetAsync("copy"), Is.EqualTo(Content));
    }

    [Test]
    public async Task Document_that_deletes()
    {
        await PutAsync("gone", Content);
        PresignedUrl url = await S3.PresignAsync(new DeleteObjectsRequest { Bucket = Bucket, Delete = new Delete { Objects = [new ObjectIdentifier { Key = "gone" }] } });
        CurlAnswer answer = await Curl.To(url).TypedBody(url.Body.ToArray()).SendAsync();
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        await Assert.ThrowsAsync<NotFoundException>(async () => await S3.HeadObjectAsync(Bucket, "gone"));
    }

    [Test]
    public async Task Tampered_URL_is_refused()
    {
        await PutAsync("mine", Content);
        await PutAsync("other", Content);
        PresignedUrl url = await S3.PresignAsync(new GetObjectRequest { Bucket = Bucket, Key = "mine" });
        string[] tampered =
        [
            url.AbsoluteUri.Replace("/mine?", "/other?", StringComparison.Ordinal),
            url.AbsoluteUri.Replace("X-Amz-Expires=3600", "X-Amz-Expires=36000", StringComparison.Ordinal),
            url.AbsoluteUri[..^1] + (url.AbsoluteUri[^1] == '0' ? '1' : '0'),
            url.AbsoluteUri.Replace("X-Amz-Algorithm", "response-content-type=text%2Fhtml&X-Amz-Algorithm", StringComparison.Ordinal),
        ];
        foreach (string address in tampered)
        {
            Assert.That(address, Is.Not.EqualTo(url.AbsoluteUri));
            Assert.That((await Curl.To(url, address).SendAsync()).Status, Is.EqualTo(403), address);
        }
    }

    [Test]
    public async Task Other_method_or_header_than_the_signed_one_is_refused()
    {
        PresignedUrl url = await S3.PresignAsync(new PutObjectRequest { Bucket = Bucket, Key = "typed", ContentType = "image/png" });
        CurlAnswer otherType = await new Curl().With("--request", "PUT").Header("Content-Type", "text/html").TypedBody(Content).With(url.AbsoluteUri).SendAsync();
        CurlAnswer otherMethod = await new Curl().With("--request", "DELETE").Header("Content-Type", "image/png").With(url.AbsoluteUri).SendAsync();
        Assert.That((otherType.Status, otherMethod.Status), Is.EqualTo((403, 403)));
    }

    [Test]
    public async Task Expired_URL_is_refused()
    {
        await PutAsync("late", Content);
        await using S3Client then = ClientAt(TimeProvider.System.GetUtcNow().AddMinutes(-10));
        GetObjectRequest request = new() { Bucket = Bucket, Key = "late" };
        PresignedUrl expired = await then.PresignAsync(request, new PresignOptions { Expires = TimeSpan.FromMinutes(9) });
        PresignedUrl valid = await then.PresignAsync(request, new PresignOptions { Expires = TimeSpan.FromMinutes(11) });
        Assert.That((await Curl.To(expired).SendAsync()).Status, Is.EqualTo(403));
        Assert.That((await Curl.To(valid).SendAsync()).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Content_of_another_length_or_digest_than_the_signed_one_is_refused()
    {
        PresignedUrl sized = await S3.PresignAsync(new PutObjectRequest { Bucket = Bucket, Key = "oversized", ContentLength = Content.Length - 1 });
        PresignedUrl digested = await S3.PresignAsync(new PutObjectRequest { Bucket = Bucket, Key = "oversized", ContentMD5 = "1B2M2Y8AsgTpgAmY7PhCfg==" });
        Assert.That((await Curl.To(sized).Body(Content).SendAsync()).Status, Is.EqualTo(403));
        Assert.That((await Curl.To(digested).Body(Content).SendAsync()).Status, Is.EqualTo(400));
        Assert.That((await Curl.Upload(digested.AbsoluteUri, Content).SendAsync()).Status, Is.EqualTo(403), "without the signed header");
        await Assert.ThrowsAsync<NotFoundException>(async () => await S3.HeadObjectAsync(Bucket, "oversized"));
    }
}
