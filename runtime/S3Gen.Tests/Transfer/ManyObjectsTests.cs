using System.Net;
using static S3Gen.Tests.Transfer.TransferBench;

namespace S3Gen.Tests.Transfer;

public sealed class ManyObjectsTests
{
    [Test]
    public async Task Keys_are_deleted_a_thousand_at_a_time()
    {
        await using TransferBench bench = await StartAsync();
        string[] keys = [.. Enumerable.Range(0, 2345).Select(i => $"key {i}"), "line\nbreak"];
        await bench.PutAsync("key 7", [1]);
        await bench.PutAsync("line\nbreak", [1]);
        await bench.PutAsync("stays", [1]);

        List<DeleteOutcome> outcomes = await bench.Transfer().DeleteObjectsAsync(TestBucket, keys).ToListAsync();

        Assert.That(outcomes.Select(outcome => outcome.Key), Is.EquivalentTo(keys));
        Assert.That(outcomes.All(outcome => outcome.IsDeleted), Is.True);
        Assert.That(bench.Wire.Count("POST", "delete"), Is.EqualTo(3));
        Assert.That(await FolderTests.KeysAsync(bench), Is.EqualTo(new[] { "stays" }));
    }

    [Test]
    public async Task Key_that_fails_is_named_and_one_that_fails_in_passing_is_asked_for_again()
    {
        await using TransferBench bench = await StartAsync();
        int answers = 0;
        bench.Wire.Instead = request => request.Method != HttpMethod.Post ? null : new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(Interlocked.Increment(ref answers) == 1
                ? "<DeleteResult><Deleted><Key>a</Key></Deleted><Error><Key>b</Key><Code>AccessDenied</Code><Message>no</Message></Error><Error><Key>c</Key><Code>InternalError</Code></Error></DeleteResult>"
                : "<DeleteResult><Deleted><Key>c</Key></Deleted></DeleteResult>"),
        };

        List<DeleteOutcome> outcomes = await bench.Transfer().DeleteObjectsAsync(TestBucket, ["a", "b", "c"]).ToListAsync();

        Assert.That(outcomes, Is.EqualTo(new[] { new DeleteOutcome("a", null, null, null), new DeleteOutcome("b", null, "AccessDenied", "no"), new DeleteOutcome("c", null, null, null) }));
        Assert.That(answers, Is.EqualTo(2));
    }

    [Test]
    public async Task Key_that_the_answer_passes_over_does_not_count_as_deleted()
    {
        await using TransferBench bench = await StartAsync();
        bench.Wire.Instead = request => request.Method != HttpMethod.Post ? null : new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("<DeleteResult><Deleted><Key>a</Key></Deleted></DeleteResult>"),
        };

        List<DeleteOutcome> outcomes = await bench.Transfer().DeleteObjectsAsync(TestBucket, ["a", "b"]).ToListAsync();

        Assert.That(outcomes.Select(static outcome => (outcome.Key, outcome.IsDeleted)), Is.EquivalentTo(new[] { ("a", true), ("b", false) }));
    }

    [Test]
    public async Task Refused_request_ends_the_enumeration_with_its_exception()
    {
        await using TransferBench bench = await StartAsync();

        await Assert.ThrowsAsync<NoSuchBucketException>(async () => await bench.Transfer().DeleteObjectsAsync("no-such-bucket", ["a"]).ToListAsync());
    }

    [Test]
    public async Task Prefixes_are_listed_at_once_and_keys_come_decoded()
    {
        await using TransferBench bench = await StartAsync();
        string[] keys = ["a/1", "a/2 +%41", "b/ü", "b/line\u0001", "c/x"];
        foreach (string key in keys)
        {
            await bench.PutAsync(key, [1]);
        }

        List<S3Object> listed = await bench.Transfer().ListObjectsParallelAsync(TestBucket, ["a/", "b/"]).ToListAsync();

        Assert.That(listed.Select(entry => entry.Key), Is.EquivalentTo(keys[..4]));
        Assert.That(listed.All(entry => entry is { Size: 1, ETag: not null, LastModified: not null }), Is.True);
    }

    [Test]
    public async Task Who_stops_listing_stops_the_requests()
    {
        await using TransferBench bench = await StartAsync();
        for (int i = 0; i < 5; i++)
        {
            await bench.PutAsync($"p{i}/key", [1]);
        }

        S3Object first = await bench.Transfer(new S3TransferOptions { Concurrency = 1 }).ListObjectsParallelAsync(TestBucket, Enumerable.Range(0, 5).Select(i => $"p{i}/")).FirstAsync();

        Assert.That(first.Key, Is.EqualTo("p0/key"));
    }
}
