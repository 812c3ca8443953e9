using S3Cli.App;
using S3Cli.Tests.Driving;
using S3Gen;

namespace S3Cli.Tests;

internal sealed class ListTests : CliFixture
{
    [Test]
    public async Task Without_a_url_all_buckets_are_listed()
    {
        CliRun run = await RunAsync("ls");

        Assert.That(run.Succeeded().Lines, Has.Some.Match(@$"^\d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d {Bucket}$"));
    }

    [Test]
    public async Task What_is_directly_below_a_prefix_is_listed_and_the_rest_is_folded()
    {
        await PutAsync("f/a.txt", "12345");
        await PutAsync("f/deep/b", "1");
        await PutAsync("g", "1");

        CliRun run = (await RunAsync("ls", "{b}/f/")).Succeeded();

        Assert.That(run.Lines, Has.Length.EqualTo(2));
        Assert.That(run.Lines[0], Is.EqualTo("                           PRE deep/"));
        Assert.That(run.Lines[1], Does.Match(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d          5 a\.txt$"));
    }

    [Test]
    public async Task Recursively_all_keys_are_listed_and_summed_up()
    {
        await PutAsync("a", new string('x', 1500));
        await PutAsync("b/c", new string('x', 548));

        CliRun run = (await RunAsync("ls", "{b}", "--recursive", "--summarize", "--human-readable")).Succeeded();

        Assert.That(run.Lines[0], Does.EndWith("   1.5 KiB a"));
        Assert.That(run.Lines[1], Does.EndWith(" 548 Bytes b/c"));
        Assert.That(run.Output, Does.EndWith("\nTotal Objects: 2\n   Total Size: 2.0 KiB\n"));
    }

    [Test]
    public async Task Keys_are_shown_as_they_are_whatever_their_characters()
    {
        const string Key = "a+b %20 ü\u0001c";
        await PutAsync(Key, "1");

        CliRun run = (await RunAsync("ls", "{b}", "--json")).Succeeded();

        Assert.That(run.Json.Single().GetProperty("key").GetString(), Is.EqualTo(Key));
    }

    [Test]
    public async Task Versions_are_listed_with_delete_markers()
    {
        await Client.PutBucketVersioningAsync(new PutBucketVersioningRequest
        {
            Bucket = Bucket,
            VersioningConfiguration = new VersioningConfiguration { Status = BucketVersioningStatus.Enabled },
        });
        await PutAsync("a", "1");
        await PutAsync("a", "22");
        (await RunAsync("rm", "{b}/a")).Succeeded();

        CliRun run = (await RunAsync("ls", "{b}", "--versions", "--json")).Succeeded();

        Assert.That(run.Json, Has.Length.EqualTo(3));
        Assert.That(run.Json.Count(entry => entry.GetProperty("isDeleteMarker").GetBoolean()), Is.EqualTo(1));
        Assert.That(run.Json.Count(entry => entry.GetProperty("isLatest").GetBoolean()), Is.EqualTo(1));
    }

    [Test]
    public async Task An_empty_bucket_is_fine_and_a_prefix_with_nothing_below_is_not_found()
    {
        Assert.That((await RunAsync("ls", "{b}")).Succeeded().Output, Is.Empty);

        CliRun run = await RunAsync("ls", "{b}/nothing");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.NotFound));
        Assert.That(run.Error.TrimEnd(), Is.EqualTo($"s3g: ls: nothing begins with s3://{Bucket}/nothing."));
    }

    [Test]
    public async Task Usage_is_told_for_each_folder_and_in_all()
    {
        await PutAsync("a/1", "12345");
        await PutAsync("a/deep/2", "123");
        await PutAsync("b/3", "1");
        await PutAsync("top", "1");

        CliRun run = (await RunAsync("du", "{b}")).Succeeded();
        CliRun total = (await RunAsync("du", "{b}", "--summarize", "--json")).Succeeded();

        Assert.That(run.Lines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))), Is.EqualTo(new[]
        {
            $"8 2 s3://{Bucket}/a/",
            $"1 1 s3://{Bucket}/b/",
            $"10 4 s3://{Bucket}/",
        }));
        Assert.That(total.Json.Single().GetProperty("bytes").GetInt64(), Is.EqualTo(10));
    }
}
