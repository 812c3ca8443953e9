using S3Gen.Tests.Doubles;

namespace S3Gen.Tests.Listing;

public sealed class PaginatorTests
{
    [Test]
    public async Task Next_page_takes_the_token_and_keeps_the_rest_of_the_request()
    {
        ScriptedTransport transport = new(
            ScriptedTransport.Xml("<ListBucketResult><IsTruncated>true</IsTruncated><Contents><Key>a</Key></Contents><NextContinuationToken>t/1+</NextContinuationToken></ListBucketResult>"),
            ScriptedTransport.Xml("<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>b</Key></Contents></ListBucketResult>"));
        using S3Client s3 = Clients.Over(transport);
        ListObjectsV2Request request = new() { Bucket = "bucket", Prefix = "p", MaxKeys = 1 };

        string?[] keys = await s3.ListObjectsV2ItemsAsync(request).Select(entry => entry.Key).ToArrayAsync();

        Assert.That(keys, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(transport.Requests[1].Uri, Does.Contain("continuation-token=t%2F1%2B").And.Contain("prefix=p").And.Contain("max-keys=1"));
        Assert.That(request.ContinuationToken, Is.Null, "the caller's request is not touched");
    }

    [Test]
    public async Task Listing_without_next_marker_goes_on_after_the_last_key()
    {
        ScriptedTransport transport = new(
            ScriptedTransport.Xml("<ListBucketResult><IsTruncated>true</IsTruncated><Contents><Key>a</Key></Contents><Contents><Key>b</Key></Contents></ListBucketResult>"),
            ScriptedTransport.Xml("<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>"));
        using S3Client s3 = Clients.Over(transport);

        int pages = await s3.ListObjectsPagesAsync(new ListObjectsRequest { Bucket = "bucket" }).CountAsync();

        Assert.That(pages, Is.EqualTo(2));
        Assert.That(transport.Requests[1].Uri, Does.EndWith("?marker=b"));
    }

    [Test]
    public async Task Versions_are_paged_by_two_markers()
    {
        ScriptedTransport transport = new(
            ScriptedTransport.Xml("<ListVersionsResult><IsTruncated>true</IsTruncated><NextKeyMarker>k</NextKeyMarker><NextVersionIdMarker>v</NextVersionIdMarker></ListVersionsResult>"),
            ScriptedTransport.Xml("<ListVersionsResult><IsTruncated>false</IsTruncated><NextKeyMarker>k</NextKeyMarker></ListVersionsResult>"));
        using S3Client s3 = Clients.Over(transport);

        await s3.ListObjectVersionsPagesAsync(new ListObjectVersionsRequest { Bucket = "bucket" }).CountAsync();

        Assert.That(transport.Requests, Has.Count.EqualTo(2));
        Assert.That(transport.Requests[1].Uri, Does.Contain("key-marker=k&version-id-marker=v"));
    }

    [Test]
    public async Task Token_that_comes_back_ends_the_listing_with_an_error()
    {
        ScriptedTransport transport = new(
            ScriptedTransport.Xml("<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken></ListBucketResult>"));
        using S3Client s3 = Clients.Over(transport);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await s3.ListObjectsV2PagesAsync(new ListObjectsV2Request { Bucket = "bucket" }).CountAsync());

        Assert.That(transport.Requests, Has.Count.EqualTo(2));
    }
}
