using System.Diagnostics;
using S3Gen.Runtime;
using S3Gen.Testing;

namespace S3Gen.Benchmarks.TestServer;

/// <summary>How fast the in-process test server starts, and how many requests it answers with its client in the same process.</summary>
internal static class TestServerCosts
{
    private const int Requests = 20_000;
    private const int Concurrency = 16;

    public static async Task RunAsync()
    {
        await TestServerStarts.PrintAsync();
        await using S3TestServer server = await S3TestServer.StartAsync();
        Console.WriteLine($"start once warm:             {await WarmStartAsync(),6:F1} ms");
        await using S3Client client = new(new S3ClientOptions
        {
            EndpointUrl = server.Endpoint,
            Region = server.Region,
            Credentials = new StaticCredentialProvider(new Credentials(server.AccessKeyId, server.SecretAccessKey)),
        });
        await client.CreateBucketAsync(new CreateBucketRequest { Bucket = "bench-bucket" });
        byte[] kibibyte = new byte[1024];
        await MeasureAsync("PutObject 1 KiB", key => client.PutObjectAsync(new PutObjectRequest { Bucket = "bench-bucket", Key = key, Body = RequestBody.FromBytes(kibibyte) }));
        await MeasureAsync("HeadObject", key => client.HeadObjectAsync(new HeadObjectRequest { Bucket = "bench-bucket", Key = key }));
        await MeasureAsync("GetObject 1 KiB", async key =>
        {
            using GetObjectResponse response = await client.GetObjectAsync(new GetObjectRequest { Bucket = "bench-bucket", Key = key });
            await response.Body.CopyToAsync(Stream.Null);
        });
    }

    private static async Task<double> WarmStartAsync()
    {
        const int starts = 20;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < starts; i++)
        {
            await using S3TestServer server = await S3TestServer.StartAsync();
        }
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / starts;
    }

    private static async Task MeasureAsync(string name, Func<string, Task> call)
    {
        await RunAsync(call, Requests / 4);
        long start = Stopwatch.GetTimestamp();
        await RunAsync(call, Requests);
        Console.WriteLine($"{name,-16} {Requests / Stopwatch.GetElapsedTime(start).TotalSeconds,8:F0} requests/s, signed and verified, client and server in one process");
    }

    private static Task RunAsync(Func<string, Task> call, int requests) => Parallel.ForAsync(
        0, requests, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (i, _) => await call($"key-{i % 1000}"));
}
