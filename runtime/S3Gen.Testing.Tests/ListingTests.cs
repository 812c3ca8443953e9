using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class ListingTests : ServerFixture
{
    [Test]
    public async Task List_v2_pages_through_keys_and_prefixes_once_each()
    {
        await PutAllAsync("a", "dir/1", "dir/2", "dir/3", "dir2/1", "z");
        List<string> keys = [];
        List<string> prefixes = [];
        string? token = null;
        do
        {
            S3Request request = ListV2().Query("max-keys", "1").Query("delimiter", "/");
            S3Answer page = await ArrangeAsync(token is null ? request : request.Query("continuation-token", token));
            Assert.That(page.Element("KeyCount"), Is.EqualTo("1"));
            keys.AddRange(page.Elements("Contents", "Key"));
            prefixes.AddRange(page.Elements("CommonPrefixes", "Prefix"));
            token = page.Element("NextContinuationToken");
        }
        while (token is not null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(keys, Is.EqualTo(["a", "z"]));
            Assert.That(prefixes, Is.EqualTo(["dir/", "dir2/"]));
        }
    }

    [Test]
    public async Task List_orders_by_utf8_bytes()
    {
        // U+FF5E is EF BD 9E and U+1F600 is F0 9F 98 80, but in UTF-16 the surrogate D83D sorts first.
        await PutAllAsync("😀", "～", "b", "B", "é");
        Assert.That((await SendAsync(ListV2())).Elements("Contents", "Key"), Is.EqualTo(["B", "b", "é", "～", "😀"]));
    }

    [Test]
    public async Task List_v2_start_after_and_prefix_narrow_the_page()
    {
        await PutAllAsync("p/a", "p/b", "p/c", "q");
        S3Answer page = await SendAsync(ListV2().Query("prefix", "p/").Query("start-after", "p/a"));
        Assert.That(page.Elements("Contents", "Key"), Is.EqualTo(["p/b", "p/c"]));
    }

    [Test]
    public async Task List_v1_goes_on_behind_a_common_prefix()
    {
        await PutAllAsync("dir/1", "dir/2", "z");
        S3Answer first = await SendAsync(Request(HttpMethod.Get, "/" + Bucket).Query("delimiter", "/").Query("max-keys", "1"));
        S3Answer second = await SendAsync(Request(HttpMethod.Get, "/" + Bucket).Query("delimiter", "/").Query("marker", first.Element("NextMarker")!));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Element("NextMarker"), Is.EqualTo("dir/"));
            Assert.That(second.Elements("Contents", "Key"), Is.EqualTo(["z"]));
            Assert.That(second.Elements("CommonPrefixes"), Is.Empty);
        }
    }

    [Test]
    public async Task List_url_encodes_on_demand()
    {
        await PutAllAsync("a b/ü+");
        Assert.That((await SendAsync(ListV2().Query("encoding-type", "url"))).Elements("Contents", "Key"), Is.EqualTo(["a%20b/%C3%BC%2B"]));
    }

    [Test]
    public async Task List_v2_shows_owners_only_on_demand()
    {
        await PutAllAsync("k");
        Assert.That((await SendAsync(ListV2())).Elements("Owner"), Is.Empty);
        Assert.That((await SendAsync(ListV2().Query("fetch-owner", "true"))).Elements("Owner"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task List_of_no_keys_is_not_truncated()
    {
        await PutAllAsync("k");
        S3Answer page = await SendAsync(ListV2().Query("max-keys", "0"));
        Assert.That((page.Element("KeyCount"), page.Element("IsTruncated")), Is.EqualTo(("0", "false")));
    }

    [TestCase("max-keys", "-1")]
    [TestCase("max-keys", "many")]
    [TestCase("encoding-type", "base64")]
    [TestCase("continuation-token", "???")]
    public async Task List_with_a_bad_argument_is_refused(string name, string value) =>
        AssertError(await SendAsync(ListV2().Query(name, value)), 400, "InvalidArgument");

    private S3Request ListV2() => Request(HttpMethod.Get, "/" + Bucket).Query("list-type", "2");

    private async Task PutAllAsync(params string[] keys)
    {
        foreach (string key in keys)
        {
            await ArrangeAsync(Put(key, "x"));
        }
    }
}
