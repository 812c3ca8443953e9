namespace S3Gen.Integration;

public sealed class ListingTests(string server) : ServerSuite(server)
{
    private static readonly string[] Keys = [.. Enumerable.Range(0, 23).Select(i => $"list-{i:D2}"), "list-sub.a", "list-sub.b", "list-z"];

    [OneTimeSetUp]
    public async Task StoreAsync()
    {
        foreach (string key in Keys)
        {
            await PutAsync(key, [1]);
        }
    }

    [Test]
    public async Task Pages_follow_the_continuation_token()
    {
        List<int> sizes = [];
        await foreach (ListObjectsV2Response page in S3.ListObjectsV2PagesAsync(new ListObjectsV2Request { Bucket = Bucket, Prefix = "list-", MaxKeys = 10 }))
        {
            sizes.Add(page.Contents.Count);
        }

        Assert.That(sizes, Is.EqualTo(new[] { 10, 10, 6 }));
    }

    [Test]
    public async Task Items_come_in_order_over_all_pages()
    {
        List<string?> keys = [];
        await foreach (S3Object entry in S3.ListObjectsV2ItemsAsync(new ListObjectsV2Request { Bucket = Bucket, Prefix = "list-", MaxKeys = 7 }))
        {
            keys.Add(entry.Key);
        }

        Assert.That(keys, Is.EqualTo(Keys));
    }

    [Test]
    public async Task Old_listing_pages_by_the_last_key()
    {
        List<string?> keys = [];
        await foreach (S3Object entry in S3.ListObjectsItemsAsync(new ListObjectsRequest { Bucket = Bucket, Prefix = "list-", MaxKeys = 9 }))
        {
            keys.Add(entry.Key);
        }

        Assert.That(keys, Is.EqualTo(Keys));
    }

    [Test]
    public async Task Delimiter_groups_by_prefix()
    {
        ListObjectsV2Response page = await S3.ListObjectsV2Async(new ListObjectsV2Request { Bucket = Bucket, Prefix = "list-", Delimiter = "." });

        Assert.That(page.CommonPrefixes.Select(prefix => prefix.Prefix), Is.EqualTo(new[] { "list-sub." }));
        Assert.That(page.Contents, Has.Count.EqualTo(24));
    }

    [Test]
    public async Task Start_after_leaves_out_what_comes_before()
    {
        ListObjectsV2Response page = await S3.ListObjectsV2Async(new ListObjectsV2Request { Bucket = Bucket, Prefix = "list-", StartAfter = "list-22" });

        Assert.That(page.Contents.Select(entry => entry.Key), Is.EqualTo(new[] { "list-sub.a", "list-sub.b", "list-z" }));
    }

    [Test]
    public async Task Buckets_are_listed()
    {
        ListBucketsResponse buckets = await S3.ListBucketsAsync();

        Assert.That(buckets.Buckets.Select(bucket => bucket.Name), Does.Contain(Bucket));
    }
}
