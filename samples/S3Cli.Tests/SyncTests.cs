using S3Cli.App;
using S3Cli.Tests.Driving;

namespace S3Cli.Tests;

internal sealed class SyncTests : CliFixture
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Test]
    public async Task What_is_missing_goes_up_and_a_second_run_has_nothing_to_do()
    {
        Write("src/a", "1");
        Write("src/deep/b", "2");

        CliRun first = (await RunAsync("sync", At("src"), "{b}/t")).Succeeded();
        CliRun second = (await RunAsync("sync", At("src"), "{b}/t")).Succeeded();

        Assert.That((first.Lines.Length, second.Lines.Length), Is.EqualTo((2, 0)));
        Assert.That(await KeysAsync(), Is.EqualTo(new[] { "t/a", "t/deep/b" }));
    }

    [Test]
    public async Task What_is_missing_comes_down_and_a_second_run_has_nothing_to_do()
    {
        await PutAsync("t/a", "1");
        await PutAsync("t/deep/b", "2");

        CliRun first = (await RunAsync("sync", "{b}/t", At("dst"))).Succeeded();
        CliRun second = (await RunAsync("sync", "{b}/t", At("dst"))).Succeeded();

        Assert.That((first.Lines.Length, second.Lines.Length), Is.EqualTo((2, 0)));
        Assert.That(Files(), Is.EqualTo(new[] { Path.Combine("dst", "a"), Path.Combine("dst", "deep", "b") }));
    }

    [Test]
    public async Task A_file_of_another_size_or_a_later_time_goes_up_again()
    {
        Write("src/same", "11");
        string resized = Write("src/resized", "22");
        string rewritten = Write("src/rewritten", "33");
        (await RunAsync("sync", At("src"), "{b}")).Succeeded();

        await File.WriteAllTextAsync(resized, "222");
        File.SetLastWriteTimeUtc(resized, LongAgo);
        await File.WriteAllTextAsync(rewritten, "44");
        File.SetLastWriteTimeUtc(rewritten, DateTime.UtcNow.AddHours(1));
        CliRun run = (await RunAsync("sync", At("src"), "{b}")).Succeeded();

        Assert.That(run.Lines, Has.Length.EqualTo(2));
        Assert.That((await GetAsync("resized"), await GetAsync("rewritten")), Is.EqualTo(("222", "44")));
    }

    [Test]
    public async Task An_object_that_was_replaced_by_another_of_the_same_size_comes_down_again()
    {
        await PutAsync("a", "old");
        (await RunAsync("sync", "{b}", At("dst"))).Succeeded();
        File.SetLastWriteTimeUtc(At("dst/a"), LongAgo);

        (await RunAsync("sync", "{b}", At("dst"), "--size-only")).Succeeded();
        await PutAsync("a", "new");
        Assert.That(await File.ReadAllTextAsync(At("dst/a")), Is.EqualTo("old"));
        (await RunAsync("sync", "{b}", At("dst"))).Succeeded();

        Assert.That(await File.ReadAllTextAsync(At("dst/a")), Is.EqualTo("new"));
    }

    [Test]
    public async Task Exact_timestamps_notice_a_file_that_is_newer_than_its_object()
    {
        await PutAsync("a", "old");
        (await RunAsync("sync", "{b}", At("dst"))).Succeeded();
        await File.WriteAllTextAsync(At("dst/a"), "mod");
        File.SetLastWriteTimeUtc(At("dst/a"), DateTime.UtcNow.AddHours(1));

        Assert.That((await RunAsync("sync", "{b}", At("dst"))).Succeeded().Lines, Is.Empty);
        Assert.That((await RunAsync("sync", "{b}", At("dst"), "--exact-timestamps")).Succeeded().Lines, Has.Length.EqualTo(1));
        Assert.That(await File.ReadAllTextAsync(At("dst/a")), Is.EqualTo("old"));
    }

    [Test]
    public async Task Delete_removes_what_the_source_has_not_from_the_bucket()
    {
        Write("src/a", "1");
        await PutAsync("t/gone", "x");
        await PutAsync("t/excluded", "x");
        await PutAsync("elsewhere", "x");

        CliRun run = (await RunAsync("sync", At("src"), "{b}/t", "--delete", "--exclude", "excl*")).Succeeded();

        Assert.That(await KeysAsync(), Is.EqualTo(new[] { "elsewhere", "t/a", "t/excluded" }));
        Assert.That(run.Lines[^1], Is.EqualTo($"delete: s3://{Bucket}/t/gone"));
    }

    [Test]
    public async Task Delete_removes_what_the_source_has_not_from_the_folder()
    {
        await PutAsync("a", "1");
        Write("dst/gone", "x");

        Assert.That((await RunAsync("sync", "{b}", At("dst"), "--delete", "--dry-run")).Succeeded().Lines, Has.Length.EqualTo(2));
        Assert.That(Files(), Is.EqualTo(new[] { Path.Combine("dst", "gone") }));
        (await RunAsync("sync", "{b}", At("dst"), "--delete")).Succeeded();

        Assert.That(Files(), Is.EqualTo(new[] { Path.Combine("dst", "a") }));
    }

    [Test]
    public async Task Nothing_is_deleted_when_something_has_failed()
    {
        await PutAsync("t/../evil", "1");
        Write("dst/old", "x");

        CliRun run = await RunAsync("sync", "{b}/t", At("dst"), "--delete");

        Assert.That((run.ExitCode, Files().Length), Is.EqualTo(((int)ExitCode.Failure, 1)));
        Assert.That(run.ErrorLines[^1], Does.Contain("nothing was deleted"));
    }

    [Test]
    public async Task Prefixes_are_made_alike_within_s3()
    {
        await PutAsync("from/a", "1");
        await PutAsync("to/b", "2");

        (await RunAsync("sync", "{b}/from", "{b}/to", "--delete")).Succeeded();

        Assert.That(await KeysAsync(), Is.EqualTo(new[] { "from/a", "to/a" }));
    }

    [Test]
    public async Task A_source_that_is_not_there_is_no_empty_source()
    {
        await PutAsync("a", "1");

        CliRun run = await RunAsync("sync", At("nowhere"), "{b}", "--delete");

        Assert.That((run.ExitCode, (await KeysAsync()).Length), Is.EqualTo(((int)ExitCode.NotFound, 1)));
    }
}
