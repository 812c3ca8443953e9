using Microsoft.Extensions.Time.Testing;
using S3Gen.Transfer.Flow;
using static S3Gen.Tests.Transfer.TransferBench;

namespace S3Gen.Tests.Transfer;

public sealed class BandwidthTests
{
    [Test]
    public void Pieces_pass_one_after_the_other_at_the_rate()
    {
        FakeTimeProvider time = new();
        BandwidthLimit limit = new(1000, time);

        Task first = limit.WaitAsync(500, CancellationToken.None).AsTask();
        Task second = limit.WaitAsync(500, CancellationToken.None).AsTask();
        Task third = limit.WaitAsync(1, CancellationToken.None).AsTask();

        Assert.That((first.IsCompleted, second.IsCompleted, third.IsCompleted), Is.EqualTo((true, false, false)));
        time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.That((second.IsCompleted, third.IsCompleted), Is.EqualTo((true, false)));
        time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.That(third.IsCompleted, Is.True);
    }

    [Test]
    public void Time_in_which_nothing_passed_is_not_saved_up()
    {
        FakeTimeProvider time = new();
        BandwidthLimit limit = new(1000, time);
        time.Advance(TimeSpan.FromHours(1));

        Assert.That(limit.WaitAsync(1000, CancellationToken.None).AsTask().IsCompleted, Is.True);
        Assert.That(limit.WaitAsync(1, CancellationToken.None).AsTask().IsCompleted, Is.False);
    }

    [Test]
    public async Task Limited_transfers_move_the_same_bytes()
    {
        await using TransferBench bench = await StartAsync();
        byte[] content = RandomBytes((6 * MiB) + 1);
        S3Transfer transfer = bench.Transfer(new S3TransferOptions { PartSize = 5 * MiB, BandwidthLimit = 100 * MiB });

        await transfer.UploadFileAsync(TestBucket, "file", bench.Write("f", content));
        await transfer.UploadAsync(TestBucket, "stream", new TrickleStream(content));
        await transfer.DownloadFileAsync(TestBucket, "file", bench.PathOf("down"));

        AssertSame(await bench.GetAsync("stream"), content);
        AssertSame(File.ReadAllBytes(bench.PathOf("down")), content);
    }

    [TestCase("Threshold", 0L)]
    [TestCase("PartSize", (5L << 20) - 1)]
    [TestCase("Concurrency", 1001L)]
    [TestCase("PartRetries", 101L)]
    [TestCase("CopyThreshold", (5L << 30) + 1)]
    [TestCase("BandwidthLimit", 1023L)]
    public void Option_out_of_range_is_refused_by_name(string option, long value)
    {
        using S3Client client = new(new S3ClientOptions { Region = "us-east-1" });
        S3TransferOptions options = option switch
        {
            "Threshold" => new() { Threshold = value },
            "PartSize" => new() { PartSize = value },
            "Concurrency" => new() { Concurrency = (int)value },
            "PartRetries" => new() { PartRetries = (int)value },
            "CopyThreshold" => new() { CopyThreshold = value },
            _ => new() { BandwidthLimit = value },
        };

        Assert.That(() => new S3Transfer(client, options), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains($"S3TransferOptions.{option} is {value}"));
    }
}
