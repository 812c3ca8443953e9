using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace S3Gen.Integration;

public sealed class ObjectTests(string server) : ServerSuite(server)
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(65_537)]
    [TestCase(6 * 1024 * 1024)]
    public async Task Object_of_bytes_comes_back_equal(int size)
    {
        byte[] content = RandomNumberGenerator.GetBytes(size);
        string key = $"bytes/{size}";

        PutObjectResponse stored = await PutAsync(key, content);

        Assert.That(stored.ETag, Is.EqualTo($"\"{Convert.ToHexStringLower(MD5.HashData(content))}\""));
        Assert.That((await GetAsync(key)).AsSpan().SequenceEqual(content), Is.True);
    }

    [Test]
    public async Task Object_from_a_stream_that_cannot_seek_comes_back_equal()
    {
        byte[] content = RandomNumberGenerator.GetBytes(300_000);
        await using ForwardOnlyStream stream = new(content);

        await S3.PutObjectAsync(new PutObjectRequest { Bucket = Bucket, Key = "stream", Body = RequestBody.FromStream(stream, content.Length) });

        Assert.That((await GetAsync("stream")).AsSpan().SequenceEqual(content), Is.True);
    }

    [Test]
    public async Task Object_from_the_middle_of_a_stream_begins_there()
    {
        using MemoryStream stream = new("0123456789"u8.ToArray()) { Position = 4 };

        await S3.PutObjectAsync(new PutObjectRequest { Bucket = Bucket, Key = "middle", Body = RequestBody.FromStream(stream) });

        Assert.That(Encoding.ASCII.GetString(await GetAsync("middle")), Is.EqualTo("456789"));
    }

    [Test]
    public async Task Metadata_and_headers_are_kept()
    {
        await S3.PutObjectAsync(new PutObjectRequest
        {
            Bucket = Bucket,
            Key = "described",
            Body = RequestBody.FromString("x"),
            ContentType = "text/markdown",
            CacheControl = "max-age=60",
            ContentDisposition = "attachment; filename=\"a b.md\"",
            Metadata = new Dictionary<string, string> { ["author"] = "A. U. Thor", ["rev"] = "7" },
        });

        HeadObjectResponse head = await S3.HeadObjectAsync(Bucket, "described");

        Assert.That(head.ContentType, Is.EqualTo("text/markdown"));
        Assert.That(head.CacheControl, Is.EqualTo("max-age=60"));
        Assert.That(head.ContentDisposition, Is.EqualTo("attachment; filename=\"a b.md\""));
        Assert.That(head.Metadata, Is.EqualTo(new Dictionary<string, string> { ["author"] = "A. U. Thor", ["rev"] = "7" }));
        Assert.That(head.ContentLength, Is.EqualTo(1));
        Assert.That(head.LastModified, Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(5)));
    }

    [TestCase("bytes=0-3", "0123", "bytes 0-3/10")]
    [TestCase("bytes=7-", "789", "bytes 7-9/10")]
    [TestCase("bytes=-2", "89", "bytes 8-9/10")]
    public async Task Range_gives_a_part(string range, string expected, string contentRange)
    {
        await PutAsync("digits", "0123456789"u8.ToArray());

        using GetObjectResponse part = await S3.GetObjectAsync(new GetObjectRequest { Bucket = Bucket, Key = "digits", Range = range });
        using StreamReader reader = new(part.Body);

        Assert.That(await reader.ReadToEndAsync(), Is.EqualTo(expected));
        Assert.That(part.ContentRange, Is.EqualTo(contentRange));
        Assert.That(part.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent));
    }

    [Test]
    public async Task Range_outside_the_object_is_an_error()
    {
        await PutAsync("digits", "0123456789"u8.ToArray());

        S3Exception refused = (await Assert.ThrowsAsync<S3Exception>(
            async () => await S3.GetObjectAsync(new GetObjectRequest { Bucket = Bucket, Key = "digits", Range = "bytes=20-" })))!;

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.RequestedRangeNotSatisfiable));
        Assert.That(refused.ErrorCode, Is.EqualTo("InvalidRange"));
    }

    [Test]
    public async Task Conditions_decide()
    {
        string eTag = (await PutAsync("conditional", "x"u8.ToArray())).ETag!;

        S3Exception unchanged = (await Assert.ThrowsAsync<S3Exception>(
            async () => await S3.GetObjectAsync(new GetObjectRequest { Bucket = Bucket, Key = "conditional", IfNoneMatch = eTag })))!;
        S3Exception changed = (await Assert.ThrowsAsync<S3Exception>(
            async () => await S3.GetObjectAsync(new GetObjectRequest { Bucket = Bucket, Key = "conditional", IfMatch = "\"0123456789abcdef0123456789abcdef\"" })))!;

        Assert.That(unchanged.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
    }

    [Test]
    public async Task Missing_object_is_a_typed_error_with_a_request_id()
    {
        NoSuchKeyException missing = (await Assert.ThrowsAsync<NoSuchKeyException>(async () => await S3.GetObjectAsync(Bucket, "never stored")))!;

        Assert.That(missing.ErrorCode, Is.EqualTo("NoSuchKey"));
        Assert.That(missing.RequestId, Is.Not.Empty);
        Assert.That((await Assert.ThrowsAsync<NotFoundException>(async () => await S3.HeadObjectAsync(Bucket, "never stored")))!.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Copy_takes_content_and_metadata_along()
    {
        await S3.PutObjectAsync(new PutObjectRequest
        {
            Bucket = Bucket, Key = "from here", Body = RequestBody.FromString("copied"), Metadata = new Dictionary<string, string> { ["k"] = "v" },
        });

        CopyObjectResponse copy = await S3.CopyObjectAsync(new CopyObjectRequest { Bucket = Bucket, Key = "to there", CopySource = $"{Bucket}/from%20here" });

        Assert.That(copy.CopyObjectResult?.ETag, Is.Not.Empty);
        Assert.That(Encoding.UTF8.GetString(await GetAsync("to there")), Is.EqualTo("copied"));
        Assert.That((await S3.HeadObjectAsync(Bucket, "to there")).Metadata["k"], Is.EqualTo("v"));
    }

    [Test]
    public async Task Many_objects_are_deleted_at_once()
    {
        string[] keys = Server == Servers.ServerNames.Moto ? ["many/a", "many/b"] : ["many/a", "many/b & <c>", "many/ünï"];
        foreach (string key in keys)
        {
            await PutAsync(key, [1]);
        }

        DeleteObjectsResponse outcome = await S3.DeleteObjectsAsync(new DeleteObjectsRequest
        {
            Bucket = Bucket, Delete = new Delete { Objects = [.. keys.Select(key => new ObjectIdentifier { Key = key })] },
        });

        Assert.That(outcome.Deleted.Select(deleted => deleted.Key), Is.EquivalentTo(keys));
        Assert.That(outcome.Errors, Is.Empty);
    }

    [Test]
    public async Task Tags_are_written_and_read()
    {
        await PutAsync("tagged", [1]);
        Tag[] tags = [new() { Key = "project", Value = "a+b=c" }, new() { Key = "stage", Value = "test" }];

        await S3.PutObjectTaggingAsync(new PutObjectTaggingRequest { Bucket = Bucket, Key = "tagged", Tagging = new Tagging { TagSet = tags } });
        GetObjectTaggingResponse read = await S3.GetObjectTaggingAsync(Bucket, "tagged");

        Assert.That(read.TagSet.Select(tag => (tag.Key, tag.Value)), Is.EquivalentTo(tags.Select(tag => (tag.Key, tag.Value))));
    }
}
