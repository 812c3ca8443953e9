using System.Security.Cryptography;
using S3Cli.App;
using S3Cli.Tests.Driving;
using S3Gen;

namespace S3Cli.Tests;

internal sealed class CopyTests : CliFixture
{
    [Test]
    public async Task A_file_becomes_the_object_that_the_url_names()
    {
        string file = Write("a.txt", "hello");

        CliRun run = await RunAsync("cp", file, "{b}/folder/b.txt");

        Assert.That(run.Succeeded().Output, Is.EqualTo($"upload: {file} to s3://{Bucket}/folder/b.txt\n"));
        Assert.That(await GetAsync("folder/b.txt"), Is.EqualTo("hello"));
    }

    [TestCase("{b}", "a.txt")]
    [TestCase("{b}/", "a.txt")]
    [TestCase("{b}/folder/", "folder/a.txt")]
    public async Task A_target_that_is_a_folder_gets_the_file_under_its_name(string target, string key)
    {
        (await RunAsync("cp", Write("a.txt", "x"), target)).Succeeded();

        Assert.That(await KeysAsync(), Is.EqualTo(new[] { key }));
    }

    [Test]
    public async Task An_object_becomes_a_file_with_the_objects_time()
    {
        await PutAsync("deep/a.txt", "hello");

        (await RunAsync("cp", "{b}/deep/a.txt", At("new/folder/b.txt"))).Succeeded();

        Assert.That(await File.ReadAllTextAsync(At("new/folder/b.txt")), Is.EqualTo("hello"));
        HeadObjectResponse head = await Client.HeadObjectAsync(Bucket, "deep/a.txt");
        Assert.That(File.GetLastWriteTimeUtc(At("new/folder/b.txt")), Is.EqualTo(head.LastModified!.Value.UtcDateTime));
    }

    [Test]
    public async Task A_folder_here_gets_the_object_under_its_name()
    {
        await PutAsync("deep/a.txt", "hello");

        (await RunAsync("cp", "{b}/deep/a.txt", Folder)).Succeeded();

        Assert.That(Files(), Is.EqualTo(new[] { "a.txt" }));
    }

    [Test]
    public async Task Standard_input_becomes_an_object_and_an_object_goes_to_standard_output()
    {
        byte[] content = RandomNumberGenerator.GetBytes(6_000_000);

        (await RunAsync(content, CancellationToken.None, "cp", "-", "{b}/stream")).Succeeded();
        CliRun run = await RunAsync("cp", "{b}/stream", "-");

        Assert.That(run.Succeeded().OutputBytes.AsSpan().SequenceEqual(content), Is.True);
    }

    [Test]
    public async Task A_large_file_goes_up_and_down_in_parts()
    {
        byte[] content = RandomNumberGenerator.GetBytes(20_000_000);
        await File.WriteAllBytesAsync(At("large"), content);

        (await RunAsync("cp", At("large"), "{b}/large", "--part-size", "5MiB")).Succeeded();
        (await RunAsync("cp", "{b}/large", At("back"))).Succeeded();

        Assert.That((await Client.HeadObjectAsync(Bucket, "large")).ETag, Does.EndWith("-4\""));
        Assert.That((await File.ReadAllBytesAsync(At("back"))).AsSpan().SequenceEqual(content), Is.True);
    }

    [Test]
    public async Task A_folder_goes_up_and_comes_down_whole()
    {
        Write("src/a.txt", "1");
        Write("src/deep/er/b.txt", "2");
        Write("src/ü ö+%.txt", "3");

        CliRun up = await RunAsync("cp", At("src"), "{b}/t", "--recursive");
        CliRun down = await RunAsync("cp", "{b}/t", At("dst"), "--recursive");

        Assert.That(up.Succeeded().Lines, Has.Length.EqualTo(3));
        Assert.That(down.Succeeded().Lines, Has.Length.EqualTo(3));
        Assert.That(await KeysAsync(), Is.EqualTo(new[] { "t/a.txt", "t/deep/er/b.txt", "t/ü ö+%.txt" }));
        Assert.That(await File.ReadAllTextAsync(At("dst/ü ö+%.txt")), Is.EqualTo("3"));
        Assert.That(await File.ReadAllTextAsync(At("dst/deep/er/b.txt")), Is.EqualTo("2"));
    }

    [Test]
    public async Task A_prefix_is_a_folder_and_not_what_merely_begins_alike()
    {
        await PutAsync("log/a", "1");
        await PutAsync("logs", "2");
        await PutAsync("log-old/b", "3");

        (await RunAsync("cp", "{b}/log", Folder, "--recursive")).Succeeded();

        Assert.That(Files(), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public async Task Objects_are_copied_within_s3_with_their_metadata()
    {
        (await RunAsync("cp", Write("a.txt", "x"), "{b}/a.txt", "--metadata", "author=me", "--cache-control", "no-cache")).Succeeded();

        CliRun run = await RunAsync("cp", "{b}/a.txt", "{b}/copy/");

        Assert.That(run.Succeeded().Output, Is.EqualTo($"copy: s3://{Bucket}/a.txt to s3://{Bucket}/copy/a.txt\n"));
        HeadObjectResponse head = await Client.HeadObjectAsync(Bucket, "copy/a.txt");
        Assert.That((head.Metadata["author"], head.CacheControl, head.ContentType), Is.EqualTo(("me", "no-cache", "text/plain")));
    }

    [Test]
    public async Task What_is_set_on_the_command_line_is_kept_with_the_object()
    {
        (await RunAsync(
            "cp", Write("a.bin", "x"), "{b}/a", "--content-type", "image/png", "--content-disposition", "attachment", "--metadata", "a=1,b=x=y",
            "--checksum-algorithm", "sha256")).Succeeded();

        HeadObjectResponse head = await Client.HeadObjectAsync(
            new HeadObjectRequest { Bucket = Bucket, Key = "a", ChecksumMode = ChecksumMode.Enabled });
        Assert.That((head.ContentType, head.ContentDisposition), Is.EqualTo(("image/png", "attachment")));
        Assert.That((head.Metadata["a"], head.Metadata["b"]), Is.EqualTo(("1", "x=y")));
        Assert.That(head.ChecksumSHA256, Is.EqualTo(Convert.ToBase64String(SHA256.HashData("x"u8))));
    }

    [Test]
    public async Task Filters_count_in_their_order()
    {
        string[] names = ["a.txt", "b.jpg", "keep/c.jpg", "d.png"];
        foreach (string name in names)
        {
            Write($"src/{name}", name);
        }

        (await RunAsync("cp", At("src"), "{b}", "--recursive", "--exclude", "*", "--include", "*.jpg", "--exclude", "keep/*")).Succeeded();
        Assert.That(await KeysAsync(), Is.EqualTo(new[] { "b.jpg" }));

        (await RunAsync("cp", At("src"), "{b}", "--recursive", "--include", "*.jpg", "--exclude", "*")).Succeeded();
        Assert.That(await KeysAsync(), Is.EqualTo(new[] { "b.jpg" }));
    }

    [Test]
    public async Task A_dry_run_says_what_would_be_done_and_does_nothing()
    {
        string file = Write("a.txt", "x");

        CliRun run = await RunAsync("cp", file, "{b}/a.txt", "--dry-run");

        Assert.That(run.Succeeded().Output, Is.EqualTo($"(dryrun) upload: {file} to s3://{Bucket}/a.txt\n"));
        Assert.That(await KeysAsync(), Is.Empty);
    }

    [Test]
    public async Task Quiet_says_nothing_and_json_says_it_in_json()
    {
        string file = Write("a.txt", "hello");

        Assert.That((await RunAsync("cp", file, "{b}/a", "--quiet")).Succeeded().Output, Is.Empty);
        CliRun run = (await RunAsync("cp", file, "{b}/b", "--json")).Succeeded();

        Assert.That(run.Json, Has.Length.EqualTo(1));
        Assert.That(run.Json[0].GetProperty("type").GetString(), Is.EqualTo("transfer"));
        Assert.That(run.Json[0].GetProperty("target").GetString(), Is.EqualTo($"s3://{Bucket}/b"));
        Assert.That(run.Json[0].GetProperty("bytes").GetInt64(), Is.EqualTo(5));
    }

    [Test]
    public async Task Keys_that_would_leave_the_folder_fail_and_all_others_arrive()
    {
        string[] keys = ["t/good", "t/../../evil", "t//double", "t/./dot"];
        foreach (string key in keys)
        {
            await PutAsync(key, "x");
        }

        CliRun run = await RunAsync("cp", "{b}/t", At("in"), "--recursive");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Failure));
        Assert.That(Files(), Is.EqualTo(new[] { Path.Combine("in", "good") }));
        Assert.That(run.ErrorLines, Has.Length.EqualTo(3));
        Assert.That(run.Error, Does.Contain("has the part '..'"));
    }

    [Test]
    public async Task A_link_in_the_target_folder_is_not_written_through()
    {
        Directory.CreateDirectory(At("outside"));
        Directory.CreateDirectory(At("in"));
        Directory.CreateSymbolicLink(At("in/link"), At("outside"));
        await PutAsync("link/file", "x");

        CliRun run = await RunAsync("cp", "{b}", At("in"), "--recursive");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Failure));
        Assert.That(Directory.GetFiles(At("outside")), Is.Empty);
    }

    [Test]
    public async Task Links_are_followed_unless_that_is_declined()
    {
        Write("real/a", "x");
        Directory.CreateDirectory(At("src"));
        File.CreateSymbolicLink(At("src/link"), At("real/a"));
        File.CreateSymbolicLink(At("src/broken"), At("nowhere"));

        (await RunAsync("cp", At("src"), "{b}/without", "--recursive", "--no-follow-symlinks")).Succeeded();
        CliRun run = (await RunAsync("cp", At("src"), "{b}/with", "--recursive")).Succeeded();

        Assert.That(await KeysAsync(), Is.EqualTo(new[] { "with/link" }));
        Assert.That(run.ErrorLines.Single(), Does.Contain("a link that leads nowhere"));
    }

    [TestCase("cp", "{b}/x", "{b}/folder-is-missing-key", ExitCode.NotFound)]
    [TestCase("cp", "nowhere.txt", "{b}/x", ExitCode.NotFound)]
    [TestCase("cp", "nowhere.txt", "there", ExitCode.NotFound)]
    [TestCase("cp", "{b}/folder/", ".", ExitCode.Usage)]
    [TestCase("cp", "-", "{b}/folder/", ExitCode.Usage)]
    [TestCase("cp", "s3:///key", ".", ExitCode.Usage)]
    [TestCase("cp", "{b}/x", "", ExitCode.Usage)]
    [TestCase("mv", "{b}/x", "{b}/x", ExitCode.Usage)]
    public async Task What_cannot_be_done_is_said_in_one_line(string command, string source, string target, ExitCode code)
    {
        CliRun run = await RunAsync(command, source, target);

        Assert.That(run.ExitCode, Is.EqualTo((int)code), run.Error);
        Assert.That(run.ErrorLines, Has.Length.EqualTo(1));
        Assert.That(run.Error, Does.StartWith("s3g").And.Not.Contains("   at "));
    }

    [TestCase("cp", "{b}", "{b}/backup")]
    [TestCase("mv", "{b}/a", "{b}/a/b")]
    [TestCase("mv", "{b}/a", "{b}/a/")]
    public async Task A_folder_does_not_go_into_itself(string command, string source, string target)
    {
        await PutAsync("a/x", "1");

        CliRun run = await RunAsync(command, source, target, "--recursive");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Usage));
        Assert.That(await KeysAsync(), Is.EqualTo(new[] { "a/x" }));
    }

    [Test]
    public async Task A_move_deletes_the_source_once_it_has_arrived()
    {
        string file = Write("a.txt", "x");

        (await RunAsync("mv", file, "{b}/one/a.txt")).Succeeded();
        Assert.That(File.Exists(file), Is.False);
        Assert.That(await KeysAsync(), Is.EqualTo(new[] { "one/a.txt" }));

        (await RunAsync("mv", "{b}/one", "{b}/two", "--recursive")).Succeeded();
        Assert.That(await KeysAsync(), Is.EqualTo(new[] { "two/a.txt" }));

        (await RunAsync("mv", "{b}/two/a.txt", file)).Succeeded();
        Assert.That((File.Exists(file), (await KeysAsync()).Length), Is.EqualTo((true, 0)));
    }

    [Test]
    public async Task A_source_that_did_not_arrive_stays()
    {
        string file = Write("a.txt", "x");

        CliRun run = await RunAsync("mv", file, "s3://no-such-bucket/a.txt");

        Assert.That((run.ExitCode, File.Exists(file)), Is.EqualTo(((int)ExitCode.NotFound, true)));
    }
}
