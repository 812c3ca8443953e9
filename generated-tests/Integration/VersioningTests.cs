namespace S3Gen.Integration;

public sealed class VersioningTests(string server) : ServerSuite(server)
{
    [OneTimeSetUp]
    public Task EnableAsync() => S3.PutBucketVersioningAsync(new PutBucketVersioningRequest
    {
        Bucket = Bucket, VersioningConfiguration = new VersioningConfiguration { Status = BucketVersioningStatus.Enabled },
    });

    [Test]
    public async Task Versioning_is_on() =>
        Assert.That((await S3.GetBucketVersioningAsync(Bucket)).Status, Is.EqualTo(BucketVersioningStatus.Enabled));

    [Test]
    public async Task Every_version_can_be_read()
    {
        string first = (await PutAsync("versioned", "one"u8.ToArray())).VersionId!;
        await PutAsync("versioned", "two"u8.ToArray());

        using GetObjectResponse old = await S3.GetObjectAsync(new GetObjectRequest { Bucket = Bucket, Key = "versioned", VersionId = first });
        using StreamReader reader = new(old.Body);

        Assert.That(await reader.ReadToEndAsync(), Is.EqualTo("one"));
        Assert.That(await GetAsync("versioned"), Is.EqualTo("two"u8.ToArray()));
    }

    [Test]
    public async Task Deleting_leaves_a_marker()
    {
        await PutAsync("deleted", [1]);

        DeleteObjectResponse deleted = await S3.DeleteObjectAsync(Bucket, "deleted");
        ListObjectVersionsResponse versions = await S3.ListObjectVersionsAsync(new ListObjectVersionsRequest { Bucket = Bucket, Prefix = "deleted" });

        Assert.That(deleted.DeleteMarker, Is.True);
        Assert.That(versions.Versions, Has.Count.EqualTo(1));
        Assert.That(versions.DeleteMarkers.Single().VersionId, Is.EqualTo(deleted.VersionId));
        await Assert.ThrowsAsync<NoSuchKeyException>(async () => await GetAsync("deleted"));
    }

    [Test]
    public async Task Versions_are_paged_by_two_markers()
    {
        for (int i = 0; i < 5; i++)
        {
            await PutAsync("paged", [(byte)i]);
        }

        List<string?> ids = [];
        await foreach (ObjectVersion version in S3.ListObjectVersionsItemsAsync(new ListObjectVersionsRequest { Bucket = Bucket, Prefix = "paged", MaxKeys = 2 }))
        {
            ids.Add(version.VersionId);
        }

        Assert.That(ids, Is.Unique);
        Assert.That(ids, Has.Count.EqualTo(5));
    }
}
