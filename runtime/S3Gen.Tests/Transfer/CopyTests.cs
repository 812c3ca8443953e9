using static S3Gen.Tests.Transfer.TransferBench;

namespace S3Gen.Tests.Transfer;

public sealed class CopyTests
{
    private static readonly byte[] Large = RandomBytes((12 * MiB) + 345);

    private static readonly ObjectSettings SourceSettings = new()
    {
        ContentType = "image/png",
        CacheControl = "no-cache",
        Metadata = new Dictionary<string, string> { ["color"] = "blue" },
        Tags = new Dictionary<string, string> { ["kind"] = "photo" },
    };

    [Test]
    public async Task Copy_keeps_bytes_metadata_and_tags_whichever_way_it_is_made([Values] bool inParts)
    {
        await using TransferBench bench = await StartAsync();
        S3Transfer transfer = TransferFor(bench, inParts);
        await UploadSourceAsync(bench, transfer);

        UploadResult copy = await transfer.CopyAsync(TestBucket, "source ü", TestBucket, "copy");

        HeadObjectResponse head = await bench.S3.HeadObjectAsync(TestBucket, "copy");
        GetObjectTaggingResponse tags = await bench.S3.GetObjectTaggingAsync(TestBucket, "copy");
        AssertSame(await bench.GetAsync("copy"), Large);
        Assert.That(copy.Parts, Is.EqualTo(inParts ? 3 : 0));
        Assert.That((head.ContentType, head.CacheControl, head.Metadata["color"]), Is.EqualTo(("image/png", "no-cache", "blue")));
        Assert.That(tags.TagSet.Select(tag => (tag.Key, tag.Value)), Is.EqualTo(new[] { ((string?)"kind", (string?)"photo") }));
    }

    [Test]
    public async Task What_is_set_replaces_its_group_whichever_way_the_copy_is_made([Values] bool inParts)
    {
        await using TransferBench bench = await StartAsync();
        S3Transfer transfer = TransferFor(bench, inParts);
        await UploadSourceAsync(bench, transfer);
        CopyOptions options = new()
        {
            Settings = new ObjectSettings { Metadata = new Dictionary<string, string> { ["shape"] = "round" }, StorageClass = StorageClass.StandardIa },
        };

        await transfer.CopyAsync(TestBucket, "source ü", TestBucket, "copy.txt", options);

        HeadObjectResponse head = await bench.S3.HeadObjectAsync(TestBucket, "copy.txt");
        GetObjectTaggingResponse tags = await bench.S3.GetObjectTaggingAsync(TestBucket, "copy.txt");
        Assert.That(head.Metadata, Is.EqualTo(new Dictionary<string, string> { ["shape"] = "round" }));
        Assert.That((head.ContentType, head.CacheControl, head.StorageClass), Is.EqualTo(("text/plain", (string?)null, (StorageClass?)StorageClass.StandardIa)));
        Assert.That(tags.TagSet, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Source_that_changes_on_the_way_ends_the_copy_and_leaves_nothing()
    {
        await using TransferBench bench = await StartAsync();
        S3Transfer transfer = TransferFor(bench, inParts: true);
        await UploadSourceAsync(bench, transfer);
        int changes = 1;
        bench.Wire.Before = async (request, _) =>
        {
            if (request.RequestUri!.Query.Contains("partNumber=2", StringComparison.Ordinal) && Interlocked.Decrement(ref changes) >= 0)
            {
                await bench.PutAsync("source ü", RandomBytes(Large.Length, seed: 2));
            }
        };

        S3Exception failure = (await Assert.CatchAsync<S3Exception>(() => transfer.CopyAsync(TestBucket, "source ü", TestBucket, "copy")))!;

        Assert.That(failure.ErrorCode, Is.EqualTo("PreconditionFailed"));
        Assert.That(await bench.CountUploadsAsync(), Is.Zero);
    }

    private static S3Transfer TransferFor(TransferBench bench, bool inParts) =>
        bench.Transfer(new S3TransferOptions { PartSize = 5 * MiB, CopyPartSize = 5 * MiB, CopyThreshold = inParts ? 5 * MiB : 5L << 30 });

    private static Task<UploadResult> UploadSourceAsync(TransferBench bench, S3Transfer transfer) =>
        transfer.UploadFileAsync(TestBucket, "source ü", bench.Write("f", Large), new UploadOptions { Settings = SourceSettings });
}
