using System.Diagnostics;
using System.Globalization;
using S3Gen.Runtime;

namespace S3Gen.Benchmarks.Transfers;

/// <summary>
/// A stream of unknown length goes up and comes down in a process whose managed heap may not pass 64 MiB: the runtime ends it with an
/// OutOfMemoryException where it would.
/// </summary>
internal static class BoundedTransfers
{
    private const int LimitMiB = 64;

    public static async Task StartAsync(Uri endpoint, int mebibytes)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { Environment = { ["DOTNET_GCHeapHardLimit"] = $"{LimitMiB << 20:X}" } };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(BoundedTransfers).Assembly.Location);
        }

        start.ArgumentList.Add("bounded");
        start.ArgumentList.Add(endpoint.AbsoluteUri);
        start.ArgumentList.Add(mebibytes.ToString(CultureInfo.InvariantCulture));
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
        await process.WaitForExitAsync();
        Console.WriteLine(process.ExitCode == 0
            ? $"{mebibytes} MiB up and down with a managed heap of at most {LimitMiB} MiB: done"
            : $"{mebibytes} MiB up and down with a managed heap of at most {LimitMiB} MiB: FAILED");
        Console.WriteLine();
    }

    public static async Task RunAsync(Uri endpoint, int mebibytes)
    {
        await using S3Client s3 = new(new S3ClientOptions
        {
            EndpointUrl = endpoint, Region = "us-east-1", Credentials = new StaticCredentialProvider(new Credentials("AKIDEXAMPLE", "secret")),
        });
        S3Transfer transfer = new(s3);
        long size = (long)mebibytes << 20;
        using MemoryPeak peak = new();
        await transfer.UploadAsync("bucket", "up", new PatternStream(size));
        await transfer.DownloadAsync("bucket", string.Create(CultureInfo.InvariantCulture, $"large-{size}"), Stream.Null);
        GCMemoryInfo memory = GC.GetGCMemoryInfo(GCKind.Any);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"limit {memory.TotalAvailableMemoryBytes >> 20} MiB, peak of managed memory {peak.MiB:F0} MiB, {GC.CollectionCount(0)} collections ({GC.CollectionCount(2)} of generation 2)"));
    }
}
