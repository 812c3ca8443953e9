using System.Text;

namespace MyApp.Tests;

/// <summary>How a user tests logic of their own without a network.</summary>
public sealed class PhotoAlbumTests
{
    private readonly MockS3Client _s3 = new();

    [TearDown]
    public void Forget() => _s3.Reset();

    [OneTimeTearDown]
    public void Dispose() => _s3.Dispose();

    [Test]
    public async Task New_photo_is_stored_as_jpeg()
    {
        _s3.OnHeadObject().Fails("NotFound", System.Net.HttpStatusCode.NotFound);
        _s3.OnPutObject().Returns(new PutObjectResponse { ETag = "\"1\"" });

        bool added = await new PhotoAlbum(_s3, "album").AddAsync("cat", new MemoryStream("a cat"u8.ToArray()));

        Assert.That(added, Is.True);
        MockCall<PutObjectRequest> put = _s3.Received<PutObjectRequest>(times: 1)[0];
        Assert.That((put.Request.Key, put.Request.ContentType, put.BodyText), Is.EqualTo(("photos/cat.jpg", "image/jpeg", "a cat")));
        Assert.That(_s3.Calls.Select(call => call.Operation), Is.EqualTo(new[] { "HeadObject", "PutObject" }));
    }

    [Test]
    public async Task Photo_that_is_there_is_left_alone()
    {
        _s3.OnHeadObject().Returns(new HeadObjectResponse { ContentLength = 5 });

        Assert.That(await new PhotoAlbum(_s3, "album").AddAsync("cat", Stream.Null), Is.False);
        _s3.DidNotReceive<PutObjectRequest>();
    }

    [Test]
    public async Task Photo_is_found_by_its_name_and_a_missing_one_is_none()
    {
        _s3.OnGetObject().Fails("NoSuchKey");
        _s3.OnGetObject(request => request.Key == "photos/cat.jpg").Returns(new GetObjectResponse { Body = new MemoryStream("a cat"u8.ToArray()) });
        PhotoAlbum album = new(_s3, "album");

        Assert.That(Encoding.UTF8.GetString((await album.FindAsync("cat"))!), Is.EqualTo("a cat"));
        Assert.That(await album.FindAsync("dog"), Is.Null);
    }

    [Test]
    public async Task Size_is_that_of_all_pages()
    {
        _s3.OnListObjectsV2().Sequence(
            new ListObjectsV2Response { IsTruncated = true, NextContinuationToken = "2", Contents = [new S3Object { Size = 1024 }, new S3Object { Size = 512 }] },
            new ListObjectsV2Response { Contents = [new S3Object { Size = 1024 }] });

        Assert.That(await new PhotoAlbum(_s3, "album").SizeAsync(), Is.EqualTo("2.5 KiB"));
        Assert.That(_s3.CallsOf<ListObjectsV2Request>().Select(call => call.Request.ContinuationToken), Is.EqualTo(new[] { null, "2" }));
    }

    [Test]
    public async Task Trouble_other_than_a_missing_photo_is_not_hidden()
    {
        _s3.OnAny().Fails("SlowDown", System.Net.HttpStatusCode.ServiceUnavailable);

        await Assert.ThatAsync(() => new PhotoAlbum(_s3, "album").FindAsync("cat"), Throws.InstanceOf<S3Exception>().With.Property("ErrorCode").EqualTo("SlowDown"));
    }
}
