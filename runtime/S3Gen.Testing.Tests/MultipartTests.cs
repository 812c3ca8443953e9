using System.Net;
using System.Security.Cryptography;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class MultipartTests : ServerFixture
{
    private static readonly byte[] Big = RandomNumberGenerator.GetBytes(5 * 1024 * 1024);
    private static readonly byte[] Small = RandomNumberGenerator.GetBytes(1000);

    [Test]
    public async Task Complete_joins_the_parts()
    {
        string upload = await CreateAsync();
        string one = await PartAsync(upload, 1, Big);
        string two = await PartAsync(upload, 7, Small);
        S3Answer done = await CompleteAsync(upload, (1, one), (7, two));
        S3Answer all = await SendAsync(Get("k"));
        S3Answer second = await SendAsync(Get("k").Query("partNumber", "2"));
        string etag = Convert.ToHexStringLower(Digests.Md5([.. Digests.Md5(Big), .. Digests.Md5(Small)]));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(done.Element("ETag"), Is.EqualTo($"\"{etag}-2\""));
            Assert.That(all.Bytes.AsSpan().SequenceEqual((byte[])[.. Big, .. Small]), Is.True);
            Assert.That((second.Status, second.Header("x-amz-mp-parts-count")), Is.EqualTo((HttpStatusCode.PartialContent, "2")));
            Assert.That(second.Bytes, Is.EqualTo(Small));
        }
        AssertError(await CompleteAsync(upload, (1, one)), 404, "NoSuchUpload");
    }

    [Test]
    public async Task Complete_refuses_a_list_that_is_wrong()
    {
        string upload = await CreateAsync();
        string one = await PartAsync(upload, 1, Small);
        string two = await PartAsync(upload, 2, Small);
        AssertError(await CompleteAsync(upload, (2, two), (1, one)), 400, "InvalidPartOrder");
        AssertError(await CompleteAsync(upload, (1, "\"x\"")), 400, "InvalidPart");
        AssertError(await CompleteAsync(upload, (3, one)), 400, "InvalidPart");
        AssertError(await CompleteAsync(upload, (1, one), (2, two)), 400, "EntityTooSmall");
        AssertError(await CompleteAsync(upload), 400, "MalformedXML");
    }

    [Test]
    public async Task Composite_checksum_is_of_the_parts_checksums()
    {
        string upload = (await ArrangeAsync(Post("k").Query("uploads").Header("x-amz-checksum-algorithm", "SHA256"))).Element("UploadId")!;
        string etag = await PartAsync(upload, 1, Small);
        S3Answer done = await CompleteAsync(upload, (1, etag));
        string expected = Convert.ToBase64String(SHA256.HashData(SHA256.HashData(Small))) + "-1";
        Assert.That((done.Element("ChecksumSHA256"), done.Element("ChecksumType")), Is.EqualTo((expected, "COMPOSITE")));
    }

    [Test]
    public async Task Checksum_header_on_complete_speaks_of_the_object()
    {
        string upload = await CreateAsync();
        string etag = await PartAsync(upload, 1, "123456789"u8.ToArray());
        AssertError(await SendAsync(Completion(upload, (1, etag)).Header("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=")), 400, "BadDigest");
        S3Answer done = await SendAsync(Completion(upload, (1, etag)).Header("x-amz-checksum-crc64nvme", "rosUhgp5mIg="));
        Assert.That((done.Status, done.Element("ChecksumType")), Is.EqualTo((HttpStatusCode.OK, "FULL_OBJECT")));
    }

    [Test]
    public async Task Copied_part_takes_a_range_of_its_source()
    {
        await ArrangeAsync(Put("source", "0123456789"));
        string upload = await CreateAsync();
        S3Answer part = await ArrangeAsync(Part(upload, 1).Header("x-amz-copy-source", $"{Bucket}/source").Header("x-amz-copy-source-range", "bytes=2-5"));
        AssertError(await SendAsync(Part(upload, 2).Header("x-amz-copy-source", $"{Bucket}/source").Header("x-amz-copy-source-range", "bytes=5-10")), 400, "InvalidArgument");
        await CompleteAsync(upload, (1, part.Element("ETag")!));
        Assert.That((await SendAsync(Get("k"))).Text, Is.EqualTo("2345"));
    }

    [Test]
    public async Task List_parts_and_uploads_page()
    {
        string first = await CreateAsync();
        string second = await CreateAsync();
        await PartAsync(first, 1, Small);
        await PartAsync(first, 2, Small);
        S3Answer parts = await SendAsync(Get("k").Query("uploadId", first).Query("max-parts", "1"));
        S3Answer more = await SendAsync(Get("k").Query("uploadId", first).Query("part-number-marker", parts.Element("NextPartNumberMarker")!));
        S3Answer uploads = await SendAsync(Request(HttpMethod.Get, "/" + Bucket).Query("uploads").Query("max-uploads", "1"));
        S3Answer rest = await SendAsync(Request(HttpMethod.Get, "/" + Bucket).Query("uploads")
            .Query("key-marker", uploads.Element("NextKeyMarker")!).Query("upload-id-marker", uploads.Element("NextUploadIdMarker")!));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((parts.Element("IsTruncated"), more.Element("IsTruncated")), Is.EqualTo(("true", "false")));
            Assert.That(more.Elements("PartNumber"), Is.EqualTo(["2"]));
            Assert.That(uploads.Elements("Upload", "UploadId"), Is.EqualTo([first]));
            Assert.That(rest.Elements("Upload", "UploadId"), Is.EqualTo([second]));
        }
    }

    [Test]
    public async Task Abort_forgets_the_upload()
    {
        string upload = await CreateAsync();
        AssertError(await SendAsync(Request(HttpMethod.Delete, "/" + Bucket)), 409, "BucketNotEmpty");
        await ArrangeAsync(Delete("k").Query("uploadId", upload));
        AssertError(await SendAsync(Part(upload, 1)), 404, "NoSuchUpload");
    }

    [TestCase("0")]
    [TestCase("10001")]
    [TestCase("one")]
    public async Task Part_number_out_of_range_is_refused(string number) =>
        AssertError(await SendAsync(Put("k").Query("uploadId", await CreateAsync()).Query("partNumber", number)), 400, "InvalidArgument");

    private async Task<string> CreateAsync() => (await ArrangeAsync(Post("k").Query("uploads"))).Element("UploadId")!;

    private S3Request Part(string upload, int number) => Put("k").Query("uploadId", upload).Query("partNumber", $"{number}");

    private async Task<string> PartAsync(string upload, int number, byte[] body) =>
        (await ArrangeAsync(Part(upload, number).Body(body))).Header("ETag")!;

    private Task<S3Answer> CompleteAsync(string upload, params (int Number, string ETag)[] parts) => SendAsync(Completion(upload, parts));

    private S3Request Completion(string upload, params (int Number, string ETag)[] parts) => Post("k").Query("uploadId", upload).Body(
        $"<CompleteMultipartUpload>{string.Concat(parts.Select(static part => $"<Part><ETag>{part.ETag}</ETag><PartNumber>{part.Number}</PartNumber></Part>"))}</CompleteMultipartUpload>");
}
