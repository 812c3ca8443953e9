using System.Diagnostics;
using System.Globalization;
using S3Gen.Benchmarks.Floor;
using S3Gen.Benchmarks.Server;
using S3Gen.Runtime;

namespace S3Gen.Benchmarks.Costs;

/// <summary>
/// CPU time and allocated bytes of whole calls, S3Gen beside a bare client, against one server in another process. Rounds alternate
/// between the two, and the median of the rounds counts, so that what else the machine does meets both alike.
/// </summary>
internal static class CallCosts
{
    private const int Rounds = 7;
    private const string AccessKey = "AKIDEXAMPLE";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string Bucket = "bucket";
    private const string Key = "photos/2026/image.jpeg";

    public static async Task RunAsync(int operations)
    {
        using StubProcess server = StubProcess.Start();
        using BareClient bare = new(server.Endpoint, AccessKey, SecretKey, "us-east-1");
        await using S3Client s3 = new(new S3ClientOptions
        {
            EndpointUrl = server.Endpoint, Region = "us-east-1", Credentials = new StaticCredentialProvider(new Credentials(AccessKey, SecretKey)),
        });

        Console.WriteLine($"{operations} calls a round, {Rounds} rounds each, medians; bare = HttpClient that signs naively and does nothing else");
        Console.WriteLine();
        Console.WriteLine("| call | bare CPU µs | S3Gen CPU µs | ratio | bare bytes | S3Gen bytes | ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        byte[] buffer = new byte[1024];
        byte[] content = StubServer.Content;
        RequestBody body = RequestBody.FromBytes(content);
        await CompareAsync("HeadObject", operations, () => bare.HeadAsync(Bucket, Key), () => s3.HeadObjectAsync(Bucket, Key));
        await CompareAsync("GetObject 1 KiB", operations, () => bare.GetAsync(Bucket, Key, buffer), () => GetAsync(s3, buffer));
        await CompareAsync(
            "PutObject 1 KiB", operations, () => bare.PutAsync(Bucket, Key, content), () => s3.PutObjectAsync(new PutObjectRequest { Bucket = Bucket, Key = Key, Body = body }));
        await CompareAsync("ListObjectsV2 1,000 keys (bare: bytes only)", operations / 20, () => bare.ListAsync(Bucket), () => s3.ListObjectsV2Async(Bucket));
    }

    private static async Task<int> GetAsync(S3Client s3, byte[] buffer)
    {
        using GetObjectResponse response = await s3.GetObjectAsync(Bucket, Key);
        return await response.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false);
    }

    private static async Task CompareAsync(string name, int operations, Func<Task> bare, Func<Task> ours)
    {
        await MeasureAsync(operations, bare);
        await MeasureAsync(operations, ours);
        List<Cost> bareCosts = [];
        List<Cost> ourCosts = [];
        for (int round = 0; round < Rounds; round++)
        {
            bareCosts.Add(await MeasureAsync(operations, bare));
            ourCosts.Add(await MeasureAsync(operations, ours));
        }

        double bareCpu = Median(bareCosts, cost => cost.CpuMicroseconds);
        double ourCpu = Median(ourCosts, cost => cost.CpuMicroseconds);
        double bareBytes = Median(bareCosts, cost => cost.Bytes);
        double ourBytes = Median(ourCosts, cost => cost.Bytes);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {bareCpu:F1} | {ourCpu:F1} | {ourCpu / bareCpu:F2} | {bareBytes:F0} | {ourBytes:F0} | {ourBytes / bareBytes:F2} |"));
    }

    private static async Task<Cost> MeasureAsync(int operations, Func<Task> call)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using Process process = Process.GetCurrentProcess();
        TimeSpan cpu = process.TotalProcessorTime;
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < operations; i++)
        {
            await call();
        }

        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        process.Refresh();
        return new Cost((process.TotalProcessorTime - cpu).TotalMicroseconds / operations, (double)bytes / operations);
    }

    private static double Median(IEnumerable<Cost> costs, Func<Cost, double> of) => costs.Select(of).Order().ElementAt(Rounds / 2);

    private readonly record struct Cost(double CpuMicroseconds, double Bytes);
}
