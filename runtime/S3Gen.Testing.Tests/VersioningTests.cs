using System.Net;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class VersioningTests : ServerFixture
{
    [Test]
    public async Task Versions_stay_until_each_is_deleted()
    {
        await SetAsync("Enabled");
        string first = (await ArrangeAsync(Put("k", "1"))).Header("x-amz-version-id")!;
        string second = (await ArrangeAsync(Put("k", "2"))).Header("x-amz-version-id")!;
        Assert.That((await SendAsync(Get("k").Query("versionId", first))).Text, Is.EqualTo("1"));
        await ArrangeAsync(Delete("k").Query("versionId", second));
        S3Answer current = await SendAsync(Get("k"));
        Assert.That((current.Text, current.Header("x-amz-version-id")), Is.EqualTo(("1", first)));
    }

    [Test]
    public async Task Delete_puts_a_marker_that_hides_the_key_and_can_be_removed()
    {
        await SetAsync("Enabled");
        await ArrangeAsync(Put("k", "1"));
        S3Answer deleted = await ArrangeAsync(Delete("k"));
        string marker = deleted.Header("x-amz-version-id")!;
        S3Answer hidden = await SendAsync(Get("k"));
        S3Answer asked = await SendAsync(Get("k").Query("versionId", marker));
        AssertError(hidden, 404, "NoSuchKey");
        AssertError(asked, 405, "MethodNotAllowed");
        Assert.That((deleted.Header("x-amz-delete-marker"), hidden.Header("x-amz-delete-marker"), asked.Header("x-amz-delete-marker")), Is.EqualTo(("true", "true", "true")));
        await ArrangeAsync(Delete("k").Query("versionId", marker));
        Assert.That((await SendAsync(Get("k"))).Text, Is.EqualTo("1"));
    }

    [Test]
    public async Task Suspended_versioning_overwrites_only_the_null_version()
    {
        await ArrangeAsync(Put("k", "before"));
        await SetAsync("Enabled");
        await ArrangeAsync(Put("k", "kept"));
        await SetAsync("Suspended");
        S3Answer put = await ArrangeAsync(Put("k", "after"));
        S3Answer list = await SendAsync(Request(HttpMethod.Get, "/" + Bucket).Query("versions"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.Header("x-amz-version-id"), Is.EqualTo("null"));
            Assert.That(list.Elements("Version", "VersionId"), Has.Count.EqualTo(2));
            Assert.That((await SendAsync(Get("k").Query("versionId", "null"))).Text, Is.EqualTo("after"));
        }
    }

    [Test]
    public async Task List_versions_pages_newest_first()
    {
        await SetAsync("Enabled");
        List<string> written = [];
        foreach (string key in (string[])["a", "b", "b", "b"])
        {
            written.Add((await ArrangeAsync(Put(key, "x"))).Header("x-amz-version-id")!);
        }
        List<string> listed = [];
        (string? key, string? version) marker = (null, null);
        do
        {
            S3Request request = Request(HttpMethod.Get, "/" + Bucket).Query("versions").Query("max-keys", "1");
            S3Answer page = await ArrangeAsync(marker.key is null ? request : request.Query("key-marker", marker.key).Query("version-id-marker", marker.version!));
            listed.AddRange(page.Elements("Version", "VersionId"));
            marker = (page.Element("NextKeyMarker"), page.Element("NextVersionIdMarker"));
        }
        while (marker.key is not null);
        Assert.That(listed, Is.EqualTo([written[0], written[3], written[2], written[1]]));
    }

    [TestCase("", "InvalidArgument")]
    [TestCase("short", "InvalidArgument")]
    [TestCase("0123456789abcdef0123456789abcdef", "NoSuchVersion")]
    public async Task Version_that_does_not_exist_is_told_from_one_that_cannot(string versionId, string code)
    {
        await ArrangeAsync(Put("k"));
        Assert.That((await SendAsync(Get("k").Query("versionId", versionId))).ErrorCode, Is.EqualTo(code));
    }

    [Test]
    public async Task Versioning_state_is_absent_until_it_is_set()
    {
        S3Answer unset = await SendAsync(Request(HttpMethod.Get, "/" + Bucket).Query("versioning"));
        await SetAsync("Enabled");
        S3Answer set = await SendAsync(Request(HttpMethod.Get, "/" + Bucket).Query("versioning"));
        Assert.That((unset.Element("Status"), set.Element("Status"), unset.Status), Is.EqualTo(((string?)null, "Enabled", HttpStatusCode.OK)));
    }

    private Task<S3Answer> SetAsync(string status) => ArrangeAsync(
        Request(HttpMethod.Put, "/" + Bucket).Query("versioning").Body($"<VersioningConfiguration><Status>{status}</Status></VersioningConfiguration>"));
}
