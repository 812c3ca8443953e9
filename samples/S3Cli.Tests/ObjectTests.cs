using System.Text;
using S3Cli.App;
using S3Cli.Tests.Driving;
using S3Gen;

namespace S3Cli.Tests;

internal sealed class ObjectTests : CliFixture
{
    [Test]
    public async Task Cat_writes_objects_one_after_the_other()
    {
        await PutAsync("a", "one ");
        await PutAsync("b", "two");

        Assert.That((await RunAsync("cat", "{b}/a", "{b}/b")).Succeeded().Output, Is.EqualTo("one two"));
    }

    [TestCase("1-3", "123")]
    [TestCase("7-", "789")]
    [TestCase("-2", "89")]
    public async Task Cat_writes_a_range(string range, string expected)
    {
        await PutAsync("a", "0123456789");

        Assert.That((await RunAsync("cat", "{b}/a", $"--range={range}")).Succeeded().Output, Is.EqualTo(expected));
    }

    [TestCase("x-3")]
    [TestCase("-")]
    [TestCase("12")]
    public async Task A_range_that_is_none_is_refused(string range) =>
        Assert.That((await RunAsync("cat", "{b}/a", $"--range={range}")).ExitCode, Is.EqualTo((int)ExitCode.Usage));

    [Test]
    public async Task Head_shows_what_is_known_of_an_object()
    {
        (await RunAsync("cp", Write("a.txt", "hello"), "{b}/a.txt", "--metadata", "author=me")).Succeeded();

        CliRun lines = (await RunAsync("head", "{b}/a.txt")).Succeeded();
        CliRun json = (await RunAsync("head", "{b}/a.txt", "--json")).Succeeded();

        Assert.That(lines.Lines, Has.Member("Size:             5").And.Member("Content type:     text/plain").And.Member("Metadata author:  me"));
        Assert.That(json.Json.Single().GetProperty("metadata").GetProperty("author").GetString(), Is.EqualTo("me"));
    }

    [Test]
    public async Task Head_tells_by_its_exit_code_whether_something_is_there()
    {
        Assert.That((await RunAsync("head", "{b}/nothing")).ExitCode, Is.EqualTo((int)ExitCode.NotFound));
        Assert.That((await RunAsync("head", "s3://no-such-bucket")).ExitCode, Is.EqualTo((int)ExitCode.NotFound));
        Assert.That((await RunAsync("head", "{b}")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_presigned_url_works_without_keys_and_only_for_what_it_is_for()
    {
        await PutAsync("a b", "hello");
        using HttpClient http = new();

        Uri get = new((await RunAsync("presign", "{b}/a b", "--expires-in", "60")).Succeeded().Output.Trim());
        Assert.That(await http.GetStringAsync(get), Is.EqualTo("hello"));
        Assert.That((await http.DeleteAsync(get)).IsSuccessStatusCode, Is.False);

        Uri put = new((await RunAsync("presign", "{b}/new", "--method", "put")).Succeeded().Output.Trim());
        using ByteArrayContent content = new(Encoding.UTF8.GetBytes("sent"));
        Assert.That((await http.PutAsync(put, content)).IsSuccessStatusCode, Is.True);
        Assert.That(await GetAsync("new"), Is.EqualTo("sent"));
    }

    [TestCase("0")]
    [TestCase("604801")]
    [TestCase("soon")]
    public async Task A_presigned_url_lives_a_second_to_a_week(string seconds) =>
        Assert.That((await RunAsync("presign", "{b}/a", "--expires-in", seconds)).ExitCode, Is.EqualTo((int)ExitCode.Usage));

    [Test]
    public async Task Rm_deletes_an_object_and_nothing_beside_it()
    {
        await PutAsync("a", "1");
        await PutAsync("ab", "1");

        CliRun run = await RunAsync("rm", "{b}/a");

        Assert.That(run.Succeeded().Output, Is.EqualTo($"delete: s3://{Bucket}/a\n"));
        Assert.That(await KeysAsync(), Is.EqualTo(new[] { "ab" }));
    }

    [Test]
    public async Task Rm_deletes_all_in_a_folder_that_filters_let_through()
    {
        string[] keys = ["f/a.log", "f/deep/b.log", "f/c.txt", "f2/d.log"];
        foreach (string key in keys)
        {
            await PutAsync(key, "1");
        }

        Assert.That((await RunAsync("rm", "{b}/f", "--recursive", "--exclude", "*", "--include", "*.log", "--dry-run")).Succeeded().Lines, Has.Length.EqualTo(2));
        (await RunAsync("rm", "{b}/f", "--recursive", "--exclude", "*", "--include", "*.log")).Succeeded();

        Assert.That(await KeysAsync(), Is.EqualTo(new[] { "f/c.txt", "f2/d.log" }));
    }

    [Test]
    public async Task Rm_does_not_take_a_bucket_for_an_object() =>
        Assert.That((await RunAsync("rm", "{b}")).ExitCode, Is.EqualTo((int)ExitCode.Usage));

    [Test]
    public async Task Mb_makes_a_bucket_and_rb_removes_it()
    {
        CliRun made = (await RunAsync("mb", "s3://made-here")).Succeeded();
        CliRun removed = (await RunAsync("rb", "s3://made-here")).Succeeded();

        Assert.That((made.Output, removed.Output), Is.EqualTo(("make_bucket: made-here\n", "remove_bucket: made-here\n")));
        Assert.That((await RunAsync("head", "s3://made-here")).ExitCode, Is.EqualTo((int)ExitCode.NotFound));
    }

    [Test]
    public async Task Rb_removes_a_bucket_that_is_not_empty_only_by_force()
    {
        await Client.PutBucketVersioningAsync(new PutBucketVersioningRequest
        {
            Bucket = Bucket,
            VersioningConfiguration = new VersioningConfiguration { Status = BucketVersioningStatus.Enabled },
        });
        await PutAsync("a", "1");
        await PutAsync("a", "2");
        (await RunAsync("rm", "{b}/a")).Succeeded();
        await Client.CreateMultipartUploadAsync(new CreateMultipartUploadRequest { Bucket = Bucket, Key = "unfinished" });

        CliRun refused = await RunAsync("rb", "{b}");
        Assert.That(refused.ExitCode, Is.EqualTo((int)ExitCode.Failure));
        Assert.That(refused.Error, Does.Contain("--force"));

        (await RunAsync("rb", "{b}", "--force")).Succeeded();
        Assert.That((await RunAsync("head", "{b}")).ExitCode, Is.EqualTo((int)ExitCode.NotFound));
    }

    [Test]
    public async Task Select_says_of_a_store_that_does_not_offer_it_that_it_does_not()
    {
        await PutAsync("a.csv", "n\n1\n");

        CliRun run = await RunAsync("select", "{b}/a.csv", "SELECT * FROM S3Object", "--output", "jsonl");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Failure));
        Assert.That(run.Error, Does.Contain("this store does not offer that (NotImplemented)"));
    }
}
