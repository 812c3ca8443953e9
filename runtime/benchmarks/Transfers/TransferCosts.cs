using System.Diagnostics;
using System.Globalization;
using S3Gen.Benchmarks.Floor;
using S3Gen.Benchmarks.Server;
using S3Gen.Runtime;

namespace S3Gen.Benchmarks.Transfers;

/// <summary>
/// CPU time, throughput and peak memory of a stream of unknown length that goes up and comes down in parts, S3Gen beside a bare client that
/// moves the same parts, against one server in another process. Rounds alternate; the median counts. Argument: MiB of the stream, 2,048 by default.
/// </summary>
internal static class TransferCosts
{
    private const int Rounds = 3;
    private const int PartSize = 8 << 20;
    private const string AccessKey = "AKIDEXAMPLE";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    public static async Task RunAsync(int mebibytes)
    {
        long size = (long)mebibytes << 20;
        using StubProcess server = StubProcess.Start();
        using BareClient bareClient = new(server.Endpoint, AccessKey, SecretKey, "us-east-1");
        await using S3Client s3 = new(new S3ClientOptions
        {
            EndpointUrl = server.Endpoint, Region = "us-east-1", Credentials = new StaticCredentialProvider(new Credentials(AccessKey, SecretKey)),
        });
        S3Transfer transfer = new(s3);
        BareParts bare = new(bareClient);
        string key = $"large-{size.ToString(CultureInfo.InvariantCulture)}";

        await BoundedTransfers.StartAsync(server.Endpoint, mebibytes);
        Console.WriteLine($"{mebibytes} MiB in parts of 8 MiB, 4 at once, over plain HTTP; medians of {Rounds} rounds");
        Console.WriteLine();
        Console.WriteLine("| what | bare CPU s/GiB | S3Gen CPU s/GiB | ratio | bare MiB/s | S3Gen MiB/s | bare peak MiB | S3Gen peak MiB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        await CompareAsync("up, a stream of unknown length", size, () => bare.UploadAsync(size, PartSize), () => transfer.UploadAsync("bucket", "up", new PatternStream(size)));
        await CompareAsync("down, to a stream", size, () => bare.DownloadAsync(size, PartSize), () => transfer.DownloadAsync("bucket", key, Stream.Null));
        await CompareFilesAsync(transfer, bare, size, key);
    }

    private static async Task CompareFilesAsync(S3Transfer transfer, BareParts bare, long size, string key)
    {
        string path = Path.Combine(Path.GetTempPath(), $"s3gen-transfers-{Guid.NewGuid():N}");
        try
        {
            await CompareAsync("down, to a file", size, () => bare.DownloadFileAsync(path, size, PartSize), () => transfer.DownloadFileAsync("bucket", key, path));
            await CompareAsync("up, a file", size, () => bare.UploadFileAsync(path, size, PartSize), () => transfer.UploadFileAsync("bucket", "up", path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task CompareAsync(string name, long size, Func<Task> bare, Func<Task> ours)
    {
        List<Cost> bareCosts = [];
        List<Cost> ourCosts = [];
        for (int round = 0; round < Rounds; round++)
        {
            bareCosts.Add(await MeasureAsync(size, bare));
            ourCosts.Add(await MeasureAsync(size, ours));
        }

        Cost bareCost = Median(bareCosts);
        Cost ourCost = Median(ourCosts);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {bareCost.CpuForGiB:F2} | {ourCost.CpuForGiB:F2} | {ourCost.CpuForGiB / bareCost.CpuForGiB:F2} | {bareCost.MiBForSecond:F0} | {ourCost.MiBForSecond:F0} | {bareCosts.Max(cost => cost.PeakMiB):F0} | {ourCosts.Max(cost => cost.PeakMiB):F0} |"));
    }

    private static async Task<Cost> MeasureAsync(long size, Func<Task> transfer)
    {
        using MemoryPeak peak = new();
        using Process process = Process.GetCurrentProcess();
        TimeSpan cpu = process.TotalProcessorTime;
        long started = Stopwatch.GetTimestamp();
        await transfer();
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        return new Cost((process.TotalProcessorTime - cpu).TotalSeconds / (size / (double)(1 << 30)), size / (double)(1 << 20) / seconds, peak.MiB);
    }

    private static Cost Median(List<Cost> costs) => costs.OrderBy(cost => cost.CpuForGiB).ElementAt(Rounds / 2);

    private readonly record struct Cost(double CpuForGiB, double MiBForSecond, double PeakMiB);
}
