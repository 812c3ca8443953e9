using System.Net;
using System.Text;
using S3Gen.Tests.Doubles;

namespace S3Gen.Tests.Responses;

/// <summary>What no S3 server sends is an exception with the ids of the headers and the first bytes, never a partial result.</summary>
public sealed class HostileResponseTests
{
    [TestCase("<!DOCTYPE x [<!ENTITY a \"b\">]><ListBucketResult><Name>&a;</Name></ListBucketResult>", TestName = "Document type")]
    [TestCase("<ListBucketResult><Name>b</Name>", TestName = "Cut short")]
    [TestCase("<ListBucketResult><Contents><Size>many</Size></Contents></ListBucketResult>", TestName = "No number")]
    [TestCase("{\"not\": \"xml\"}", TestName = "JSON")]
    [TestCase("<html><body>Welcome</body></html>", TestName = "Captive portal")]
    [TestCase("", TestName = "Nothing")]
    public async Task Document_that_is_none(string body)
    {
        S3Exception failure = await ListAsync(body);

        Assert.That(failure.IsMalformedResponse, Is.True);
        Assert.That(failure.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(failure.RequestId, Is.EqualTo("REQUEST"));
        Assert.That(failure.HostId, Is.EqualTo("HOST"));
        Assert.That(body, Does.StartWith(failure.ResponseExcerpt ?? string.Empty));
    }

    [Test]
    public async Task Nesting_without_end()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 100_000));

        Assert.That((await ListAsync("<ListBucketResult>" + deep)).IsMalformedResponse, Is.True);
    }

    [Test]
    public async Task Excerpt_holds_no_control_characters()
    {
        S3Exception failure = await ListAsync("garbage\u0007\u001b[31m" + new string('x', 10_000));

        Assert.That(failure.ResponseExcerpt, Has.Length.LessThanOrEqualTo(256));
        Assert.That(failure.ResponseExcerpt!.Any(char.IsControl), Is.False);
    }

    [Test]
    public async Task Error_in_a_success_is_the_error()
    {
        using S3Client s3 = Clients.Over(new ScriptedTransport(ScriptedTransport.Xml(
            "  \n<Error><Code>AccessDenied</Code><Message>No.</Message></Error>")));

        AccessDeniedException failure = (await Assert.ThrowsAsync<AccessDeniedException>(() => s3.CopyObjectAsync(
            new CopyObjectRequest { Bucket = "bucket", Key = "key", CopySource = "bucket/other" })))!;

        Assert.That(failure.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(failure.ServiceMessage, Is.EqualTo("No."));
    }

    [Test]
    public async Task Members_of_an_error_are_read()
    {
        using S3Client s3 = Clients.Over(new ScriptedTransport(ScriptedTransport.Xml(
            "<Error><Code>InvalidObjectState</Code><StorageClass>GLACIER</StorageClass><AccessTier>ARCHIVE_ACCESS</AccessTier></Error>", HttpStatusCode.Forbidden)));

        InvalidObjectStateException failure = (await Assert.ThrowsAsync<InvalidObjectStateException>(() => s3.GetObjectAsync("bucket", "key")))!;

        Assert.That(failure.StorageClass, Is.EqualTo(StorageClass.Glacier));
        Assert.That(failure.AccessTier, Is.EqualTo(IntelligentTieringAccessTier.ArchiveAccess));
    }

    private static async Task<S3Exception> ListAsync(string body)
    {
        using S3Client s3 = Clients.Over(new ScriptedTransport(ScriptedTransport.Xml(body)));
        return (await Assert.ThrowsAsync<S3Exception>(() => s3.ListObjectsV2Async("bucket")))!;
    }
}
