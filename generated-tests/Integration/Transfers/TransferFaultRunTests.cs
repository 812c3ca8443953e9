using System.Security.Cryptography;
using S3Gen.Integration.Faults;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Transfers;

/// <summary>
/// Uploads and downloads of 1 byte to 200 MiB, a fifth of whose requests meet a fault: all are byte-equal, and nothing is left
/// behind. Sizes are spread evenly over their logarithms. S3GEN_TRANSFER_RUNS says how many of each there are (300 for the whole run;
/// 20 by default, the largest of 32 MiB); the seed is printed, and S3GEN_FAULT_SEED sets it.
/// </summary>
[TestFixture(ServerNames.InProcess)]
[TestFixture(ServerNames.CephRgw)]
[TestFixture(ServerNames.Moto)]
public sealed class TransferFaultRunTests(string server)
{
    private const double FaultRate = 0.2;
    private const int Usual = 20;
    private const int Workers = 3;

    [Test]
    public async Task All_transfers_are_byte_equal_and_leave_nothing()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("S3GEN_FAULT_SEED"), out int wanted) ? wanted : Random.Shared.Next();
        int runs = int.TryParse(Environment.GetEnvironmentVariable("S3GEN_TRANSFER_RUNS"), out int all) ? all : Usual;
        TestContext.Progress.WriteLine($"Seed {seed}, {runs} uploads and downloads");
        string folder = Directory.CreateTempSubdirectory("s3gen-transfer-faults").FullName;
        try
        {
            await using FaultRig rig = await FaultRig.StartAsync(server, FaultPlan.Random(seed, FaultRate, [.. Fault.Unseen, .. Fault.Seen]));
            long bytes = await RunAsync(rig, folder, seed, runs);

            string faults = string.Join(", ", rig.Proxy.Faults.OrderBy(fault => fault.Key, StringComparer.Ordinal).Select(fault => $"{fault.Key} {fault.Value}"));
            TestContext.Progress.WriteLine($"{bytes >> 20} MiB each way, {rig.Proxy.Requests} requests ({faults})");
            Assert.That(await rig.Direct.ListMultipartUploadsItemsAsync(new ListMultipartUploadsRequest { Bucket = rig.Bucket }).CountAsync(), Is.Zero);
            Assert.That(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), Is.Empty);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Several workers share one transfer manager.</summary>
    private static async Task<long> RunAsync(FaultRig rig, string folder, int seed, int runs)
    {
        S3Transfer transfer = new(rig.Faulty, new S3TransferOptions { PartRetries = 10 });
        double largest = Math.Log((runs > Usual ? 200 : 32) * 1024 * 1024);
        long bytes = 0;
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Workers };
        await Parallel.ForEachAsync(Enumerable.Range(0, runs), parallel, async (run, _) =>
        {
            Random random = new(unchecked((seed * 397) + run));
            int size = (int)Math.Exp(random.NextDouble() * largest);
            Interlocked.Add(ref bytes, size);
            await RoundTripAsync(rig, transfer, Path.Combine(folder, $"{run}"), size, random);
        });
        return bytes;
    }

    private static async Task RoundTripAsync(FaultRig rig, S3Transfer transfer, string path, int size, Random random)
    {
        byte[] content = new byte[size];
        random.NextBytes(content);
        string key = $"run {Path.GetFileName(path)}";
        if (random.Next(2) == 0)
        {
            await File.WriteAllBytesAsync(path, content);
            await transfer.UploadFileAsync(rig.Bucket, key, path);
            File.Delete(path);
        }
        else
        {
            await transfer.UploadAsync(rig.Bucket, key, new ForwardOnlyStream(content));
        }

        byte[] expected = SHA256.HashData(content);
        Assert.That(SHA256.HashData(await FaultRig.ReadAsync(rig.Direct, rig.Bucket, key)), Is.EqualTo(expected), $"the object of {size} bytes");
        await transfer.DownloadFileAsync(rig.Bucket, key, path);
        Assert.That(SHA256.HashData(await File.ReadAllBytesAsync(path)), Is.EqualTo(expected), $"the file of {size} bytes");
        File.Delete(path);
        await rig.Direct.DeleteObjectAsync(rig.Bucket, key);
    }
}
