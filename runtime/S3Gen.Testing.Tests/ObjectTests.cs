using System.Net;
using System.Security.Cryptography;
using System.Text;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class ObjectTests : ServerFixture
{
    [TestCase("a//b")]
    [TestCase("./k")]
    [TestCase("a/./b")]
    [TestCase("../k")]
    [TestCase("a/../b")]
    [TestCase("a%2Fb")]
    [TestCase("a+b c")]
    [TestCase("ünïcödé/日本/😀")]
    [TestCase("trailing/")]
    [TestCase("/leading")]
    [TestCase("!*'();:@&=$,?#[]")]
    public async Task Key_survives_exactly(string key)
    {
        await ArrangeAsync(Put(key, key));
        S3Answer listed = await SendAsync(Request(HttpMethod.Get, "/" + Bucket).Query("list-type", "2"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await SendAsync(Get(key))).Text, Is.EqualTo(key));
            Assert.That(listed.Elements("Key"), Is.EqualTo([key]));
        }
    }

    [Test]
    public async Task Key_of_more_than_1024_bytes_is_too_long()
    {
        await ArrangeAsync(Put(new string('k', 1024)));
        AssertError(await SendAsync(Put(new string('ü', 513))), 400, "KeyTooLongError");
    }

    [Test]
    public async Task Headers_and_metadata_come_back()
    {
        await ArrangeAsync(Put("k", "body").Header("content-type", "text/plain").Header("cache-control", "no-store")
            .Header("content-disposition", "inline").Header("content-encoding", "gzip").Header("content-language", "da")
            .Header("x-amz-meta-colour", "blue").Header("x-amz-storage-class", "STANDARD_IA").Header("x-amz-tagging", "a=b&c=d"));
        S3Answer answer = await SendAsync(Head("k"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Header("Content-Type"), Is.EqualTo("text/plain"));
            Assert.That(answer.Header("Cache-Control"), Is.EqualTo("no-store"));
            Assert.That(answer.Header("Content-Disposition"), Is.EqualTo("inline"));
            Assert.That(answer.Header("Content-Encoding"), Is.EqualTo("gzip"));
            Assert.That(answer.Header("Content-Language"), Is.EqualTo("da"));
            Assert.That(answer.Header("x-amz-meta-colour"), Is.EqualTo("blue"));
            Assert.That(answer.Header("x-amz-storage-class"), Is.EqualTo("STANDARD_IA"));
            Assert.That(answer.Header("x-amz-tagging-count"), Is.EqualTo("2"));
            Assert.That(answer.Header("Content-Length"), Is.EqualTo("4"));
            Assert.That(answer.Header("ETag"), Is.EqualTo("\"841a2d689ad86bd1611447453c22c6fc\""));
            Assert.That(answer.Bytes, Is.Empty);
        }
    }

    [Test]
    public async Task Response_overrides_replace_headers()
    {
        await ArrangeAsync(Put("k", "body").Header("content-type", "text/plain"));
        S3Answer answer = await SendAsync(Get("k").Query("response-content-type", "image/png").Query("response-cache-control", "private"));
        Assert.That((answer.Header("Content-Type"), answer.Header("Cache-Control")), Is.EqualTo(("image/png", "private")));
    }

    [Test]
    public async Task Metadata_beyond_2_KiB_is_refused() =>
        AssertError(await SendAsync(Put("k").Header("x-amz-meta-long", new string('v', 2045))), 400, "MetadataTooLarge");

    [TestCase("bytes=2-4", "234", "bytes 2-4/10")]
    [TestCase("bytes=7-", "789", "bytes 7-9/10")]
    [TestCase("bytes=-2", "89", "bytes 8-9/10")]
    [TestCase("bytes=-99", "0123456789", "bytes 0-9/10")]
    [TestCase("bytes=5-99", "56789", "bytes 5-9/10")]
    public async Task Range_that_can_be_satisfied_is_partial(string range, string body, string contentRange)
    {
        await ArrangeAsync(Put("k", "0123456789"));
        S3Answer answer = await SendAsync(Get("k").Header("range", range));
        Assert.That((answer.Status, answer.Text, answer.Header("Content-Range")), Is.EqualTo((HttpStatusCode.PartialContent, body, contentRange)));
    }

    [TestCase("bytes=10-")]
    [TestCase("bytes=-0")]
    public async Task Range_beyond_the_end_is_416(string range)
    {
        await ArrangeAsync(Put("k", "0123456789"));
        S3Answer answer = await SendAsync(Get("k").Header("range", range));
        AssertError(answer, 416, "InvalidRange");
        Assert.That(answer.Header("Content-Range"), Is.EqualTo("bytes */10"));
    }

    [TestCase("bytes=4-2")]
    [TestCase("bytes=0-1,3-4")]
    [TestCase("lines=1-2")]
    public async Task Range_that_is_malformed_is_ignored(string range)
    {
        await ArrangeAsync(Put("k", "0123456789"));
        S3Answer answer = await SendAsync(Get("k").Header("range", range));
        Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.OK, "0123456789")));
    }

    [TestCase("if-match", "\"841a2d689ad86bd1611447453c22c6fc\"", 200)]
    [TestCase("if-match", "\"other\"", 412)]
    [TestCase("if-none-match", "\"841a2d689ad86bd1611447453c22c6fc\"", 304)]
    [TestCase("if-none-match", "*", 304)]
    [TestCase("if-none-match", "\"other\"", 200)]
    [TestCase("if-modified-since", "Fri, 01 Jan 2100 00:00:00 GMT", 304)]
    [TestCase("if-modified-since", "Sat, 01 Jan 2000 00:00:00 GMT", 200)]
    [TestCase("if-unmodified-since", "Sat, 01 Jan 2000 00:00:00 GMT", 412)]
    [TestCase("if-unmodified-since", "Fri, 01 Jan 2100 00:00:00 GMT", 200)]
    public async Task Read_condition_decides_the_status(string header, string value, int status)
    {
        await ArrangeAsync(Put("k", "body"));
        Assert.That((int)(await SendAsync(Get("k").Header(header, value))).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Conditional_write_sees_whether_the_key_is_taken()
    {
        AssertError(await SendAsync(Put("k").Header("if-match", "\"x\"")), 404, "NoSuchKey");
        S3Answer first = await ArrangeAsync(Put("k", "1").Header("if-none-match", "*"));
        AssertError(await SendAsync(Put("k", "2").Header("if-none-match", "*")), 412, "PreconditionFailed");
        AssertError(await SendAsync(Put("k", "2").Header("if-match", "\"x\"")), 412, "PreconditionFailed");
        await ArrangeAsync(Put("k", "3").Header("if-match", first.Header("ETag")!));
        Assert.That((await SendAsync(Get("k"))).Text, Is.EqualTo("3"));
    }

    [Test]
    public async Task Conditional_writes_at_once_let_exactly_one_through()
    {
        S3Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => SendAsync(Put("k", $"{i}").Header("if-none-match", "*"))));
        Assert.That(answers.Count(static answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(1));
    }

    [TestCase("x-amz-server-side-encryption", "aws:magic", 400, "InvalidArgument")]
    [TestCase("x-amz-server-side-encryption-context", "e30=", 400, "InvalidArgument")]
    [TestCase("x-amz-server-side-encryption-customer-algorithm", "AES256", 400, "InvalidArgument")]
    [TestCase("x-amz-acl", "public-only", 400, "InvalidArgument")]
    [TestCase("x-amz-object-lock-mode", "GOVERNANCE", 400, "InvalidRequest")]
    [TestCase("x-amz-storage-class", "BRONZE", 400, "InvalidStorageClass")]
    [TestCase("x-amz-expected-bucket-owner", "210987654321", 403, "AccessDenied")]
    public async Task Header_that_cannot_be_honoured_is_no_success(string header, string value, int status, string code) =>
        AssertError(await SendAsync(Put("k").Header(header, value)), status, code);

    [Test]
    public async Task Copy_keeps_or_replaces_metadata_and_tags()
    {
        await ArrangeAsync(Put("source +ü", "body").Header("x-amz-meta-a", "1").Header("x-amz-tagging", "t=1"));
        string source = $"/{Bucket}/{S3Request.Encode("source +ü", keepSlash: true)}";
        await ArrangeAsync(Put("kept").Header("x-amz-copy-source", source));
        await ArrangeAsync(Put("replaced").Header("x-amz-copy-source", source).Header("x-amz-metadata-directive", "REPLACE")
            .Header("x-amz-meta-b", "2").Header("x-amz-tagging-directive", "REPLACE"));
        S3Answer kept = await SendAsync(Get("kept"));
        S3Answer replaced = await SendAsync(Get("replaced"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((kept.Text, kept.Header("x-amz-meta-a"), kept.Header("x-amz-tagging-count")), Is.EqualTo(("body", "1", "1")));
            Assert.That((replaced.Text, replaced.Header("x-amz-meta-a"), replaced.Header("x-amz-meta-b")), Is.EqualTo(("body", (string?)null, "2")));
            Assert.That(replaced.Header("x-amz-tagging-count"), Is.Null);
        }
    }

    [Test]
    public async Task Copy_onto_itself_or_under_a_failed_condition_is_refused()
    {
        await ArrangeAsync(Put("k", "body"));
        AssertError(await SendAsync(Put("k").Header("x-amz-copy-source", $"{Bucket}/k")), 400, "InvalidRequest");
        AssertError(await SendAsync(Put("c").Header("x-amz-copy-source", $"{Bucket}/k").Header("x-amz-copy-source-if-match", "\"x\"")), 412, "PreconditionFailed");
        AssertError(await SendAsync(Put("c").Header("x-amz-copy-source", $"{Bucket}/none")), 404, "NoSuchKey");
    }

    [Test]
    public async Task Delete_objects_demands_a_digest_and_reports_each_key()
    {
        const string Document = "<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Object><Key>a</Key></Object><Object><Key>b</Key><VersionId>bad</VersionId></Object></Delete>";
        await ArrangeAsync(Put("a"));
        AssertError(await SendAsync(Request(HttpMethod.Post, "/" + Bucket).Query("delete").Body(Document)), 400, "InvalidRequest");
        string md5 = Digests.Md5Base64(Document);
        S3Answer answer = await SendAsync(Request(HttpMethod.Post, "/" + Bucket).Query("delete").Body(Document).Header("content-md5", md5));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Elements("Deleted", "Key"), Is.EqualTo(["a"]));
            Assert.That(answer.Elements("Error", "Code"), Is.EqualTo(["InvalidArgument"]));
            Assert.That((await SendAsync(Get("a"))).ErrorCode, Is.EqualTo("NoSuchKey"));
        }
    }

    [Test]
    public async Task Delete_objects_with_an_empty_key_deletes_none()
    {
        const string Document = "<Delete><Object><Key>a</Key></Object><Object><Key></Key></Object></Delete>";
        await ArrangeAsync(Put("a"));
        S3Request delete = Request(HttpMethod.Post, "/" + Bucket).Query("delete").Body(Document)
            .Header("x-amz-checksum-sha256", Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Document))));
        AssertError(await SendAsync(delete), 400, "MalformedXML");
        Assert.That((await SendAsync(Get("a"))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Object_tags_are_replaced_and_limited()
    {
        await ArrangeAsync(Put("k"));
        await ArrangeAsync(Put("k", "<Tagging><TagSet><Tag><Key>a</Key><Value>1</Value></Tag></TagSet></Tagging>").Query("tagging"));
        Assert.That((await SendAsync(Get("k").Query("tagging"))).Elements("Key"), Is.EqualTo(["a"]));
        AssertError(await SendAsync(Put("k").Header("x-amz-tagging", "a=1&a=2")), 400, "InvalidArgument");
        AssertError(await SendAsync(Put("k").Header("x-amz-tagging", "=1")), 400, "InvalidArgument");
        AssertError(await SendAsync(Put("k").Header("x-amz-tagging", string.Join('&', Enumerable.Range(0, 11).Select(static i => $"k{i}=v")))), 400, "BadRequest");
    }
}
