using System.Diagnostics;
using System.Globalization;
using S3Gen.Benchmarks.Floor;
using S3Gen.Benchmarks.Server;
using S3Gen.Runtime;

namespace S3Gen.Benchmarks.Transfers;

/// <summary>
/// CPU time, throughput and peak memory of a stream of unknown length that goes up and comes down in parts, S3Gen beside a bare client that
/// moves the same parts, against one server in another process. The clients take turns in going first, after a round that does not count;
/// the ratio is the median of the rounds' own ratios. A file that is downloaded is not there before: to replace one frees its pages, before
/// the download in one client and after it in the other. Argument: MiB of the stream, 2,048 by default.
/// </summary>
internal static class TransferCosts
{
    private const int Rounds = 5;
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
        Console.WriteLine("| what | bare CPU s/GiB (of it kernel) | S3Gen CPU s/GiB (of it kernel) | ratio | bare MiB/s | S3Gen MiB/s | bare peak MiB | S3Gen peak MiB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        await CompareAsync("up, a stream of unknown length", size, null, () => bare.UploadAsync(size, PartSize), () => transfer.UploadAsync("bucket", "up", new PatternStream(size)));
        await CompareAsync("down, to a stream", size, null, () => bare.DownloadAsync(size, PartSize), () => transfer.DownloadAsync("bucket", key, Stream.Null));
        await CompareFilesAsync(transfer, bare, size, key);
    }

    private static async Task CompareFilesAsync(S3Transfer transfer, BareParts bare, long size, string key)
    {
        string path = Path.Combine(Path.GetTempPath(), $"s3gen-transfers-{Guid.NewGuid():N}");
        try
        {
            await CompareAsync("down, to a file", size, () => File.Delete(path), () => bare.DownloadFileAsync(path, size, PartSize), () => transfer.DownloadFileAsync("bucket", key, path));
            await CompareAsync("up, a file", size, null, () => bare.UploadFileAsync(path, size, PartSize), () => transfer.UploadFileAsync("bucket", "up", path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task CompareAsync(string name, long size, Action? prepare, Func<Task> bare, Func<Task> ours)
    {
        List<Cost> bareCosts = [];
        List<Cost> ourCosts = [];
        for (int round = -1; round < Rounds; round++)
        {
            bool isBareFirst = round % 2 == 0;
            Cost first = await MeasureAsync(size, prepare, isBareFirst ? bare : ours);
            Cost second = await MeasureAsync(size, prepare, isBareFirst ? ours : bare);
            if (round >= 0)
            {
                bareCosts.Add(isBareFirst ? first : second);
                ourCosts.Add(isBareFirst ? second : first);
            }
        }

        double ratio = Median(ourCosts.Zip(bareCosts, (our, other) => our.CpuForGiB / other.CpuForGiB));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {CpuOf(bareCosts)} | {CpuOf(ourCosts)} | {ratio:F2} | {Median(bareCosts.Select(cost => cost.MiBForSecond)):F0} | {Median(ourCosts.Select(cost => cost.MiBForSecond)):F0} | {bareCosts.Max(cost => cost.PeakMiB):F0} | {ourCosts.Max(cost => cost.PeakMiB):F0} |"));
    }

    private static async Task<Cost> MeasureAsync(long size, Action? prepare, Func<Task> transfer)
    {
        prepare?.Invoke();
        using MemoryPeak peak = new();
        using Process process = Process.GetCurrentProcess();
        TimeSpan cpu = process.TotalProcessorTime;
        TimeSpan kernel = process.PrivilegedProcessorTime;
        long started = Stopwatch.GetTimestamp();
        await transfer();
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        double gibibytes = size / (double)(1 << 30);
        return new Cost(
            (process.TotalProcessorTime - cpu).TotalSeconds / gibibytes,
            (process.PrivilegedProcessorTime - kernel).TotalSeconds / gibibytes,
            gibibytes * 1024 / seconds,
            peak.MiB);
    }

    private static string CpuOf(List<Cost> costs) =>
        string.Create(CultureInfo.InvariantCulture, $"{Median(costs.Select(cost => cost.CpuForGiB)):F2} ({Median(costs.Select(cost => cost.KernelForGiB)):F2})");

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private readonly record struct Cost(double CpuForGiB, double KernelForGiB, double MiBForSecond, double PeakMiB);
}
