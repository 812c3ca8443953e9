using S3Gen.Tests.Doubles;

namespace S3Gen.Tests.Requests;

/// <summary>Bad input is an exception that names the member and the rule, and nothing is sent.</summary>
public sealed class BadInputTests
{
    [Test]
    public Task Empty_key() => Refused(s3 => s3.GetObjectAsync("bucket", string.Empty), "GetObjectRequest.Key", "empty");

    [Test]
    public Task Key_of_1025_bytes() => Refused(s3 => s3.GetObjectAsync("bucket", new string('ü', 513)), "GetObjectRequest.Key", "1024");

    [Test]
    public Task Missing_key() => Refused(s3 => s3.GetObjectAsync("bucket", null!), "GetObjectRequest.Key", "required");

    [TestCase("")]
    [TestCase("with space")]
    [TestCase("with/slash")]
    [TestCase("quest?ion")]
    public Task Invalid_bucket(string bucket) => Refused(s3 => s3.ListObjectsV2Async(bucket), "ListObjectsV2Request.Bucket");

    [TestCase("arn:aws")]
    [TestCase("arn:aws:s3:::")]
    [TestCase("arn::s3:eu-west-1:123456789012:accesspoint/a")]
    public Task Bucket_that_is_no_ARN(string bucket) => Refused(s3 => s3.ListObjectsV2Async(bucket), $"Invalid ARN: `{bucket}` was not a valid ARN");

    [TestCase("eu/west")]
    [TestCase("eu west")]
    [TestCase("eu.west@host")]
    public void Region_that_is_none(string region) => Assert.That(
        () => new S3Client(new S3ClientOptions { Region = region }), Throws.ArgumentException.With.Message.Contains("Region").And.Message.Contains("letters, digits and hyphens"));

    [Test]
    public void Endpoint_with_a_query() => Assert.That(
        () => new S3Client(new S3ClientOptions { EndpointUrl = new Uri("https://store.example/?a=b") }), Throws.ArgumentException.With.Message.Contains("EndpointUrl").And.Message.Contains("has a query"));

    [TestCase(0)]
    [TestCase(10_001)]
    [TestCase(-1)]
    public Task Part_number_out_of_range(int number) => Refused(
        s3 => s3.UploadPartAsync(new UploadPartRequest { Bucket = "bucket", Key = "key", UploadId = "id", PartNumber = number }),
        "UploadPartRequest.PartNumber", "1 and 10000");

    [TestCase("bytes=5-2")]
    [TestCase("bytes=-")]
    [TestCase("bytes=a-b")]
    [TestCase("bytes=--5")]
    public Task Negative_range(string range) => Refused(
        s3 => s3.GetObjectAsync(new GetObjectRequest { Bucket = "bucket", Key = "key", Range = range }), "GetObjectRequest.Range");

    [TestCase("name\r\nx-amz-acl", "v")]
    [TestCase("na me", "v")]
    [TestCase("", "v")]
    [TestCase("name", "v\r\nx-amz-acl: public-read")]
    [TestCase("name", "v\0")]
    [TestCase("name", "v\u0007")]
    public Task Metadata_that_would_break_the_message(string name, string value) => Refused(
        s3 => s3.PutObjectAsync(new PutObjectRequest
        {
            Bucket = "bucket", Key = "key", Metadata = new Dictionary<string, string> { [name] = value },
        }),
        "Metadata");

    [Test]
    public Task Header_with_a_line_break() => Refused(
        s3 => s3.PutObjectAsync(new PutObjectRequest { Bucket = "bucket", Key = "key", CacheControl = "a\nb" }), "Cache-Control");

    [Test]
    public Task Missing_member_inside_a_document() => Refused(
        s3 => s3.PutObjectTaggingAsync(new PutObjectTaggingRequest
        {
            Bucket = "bucket", Key = "key", Tagging = new Tagging { TagSet = [new Tag { Key = "k" }] },
        }),
        "Tag.Value", "required");

    [Test]
    public Task Missing_list_inside_a_document() => Refused(
        s3 => s3.PutObjectTaggingAsync(new PutObjectTaggingRequest { Bucket = "bucket", Key = "key", Tagging = new Tagging { TagSet = null! } }), "Tagging.TagSet", "required");

    [Test]
    public Task Negative_page_size() => Refused(
        s3 => s3.ListObjectsV2Async(new ListObjectsV2Request { Bucket = "bucket", MaxKeys = -1 }), "ListObjectsV2Request.MaxKeys");

    private static async Task Refused(Func<S3Client, Task> call, params string[] words)
    {
        ScriptedTransport transport = new(ScriptedTransport.Empty());
        using S3Client s3 = Clients.Over(transport);

        ArgumentException refusal = (await Assert.CatchAsync<ArgumentException>(() => call(s3)))!;

        foreach (string word in words)
        {
            Assert.That(refusal.Message, Does.Contain(word));
        }

        Assert.That(transport.Requests, Is.Empty);
    }
}
