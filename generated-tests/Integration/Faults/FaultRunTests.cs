using S3Gen.Generator.Tests.Harness;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Faults;

/// <summary>
/// 2,000 operations (400 in the short run), a fifth of whose requests meet a fault: afterwards every object is what was acknowledged, nothing but documented
/// exceptions was thrown, and no connection, file or task is left. The seed is printed; S3GEN_FAULT_SEED sets it.
/// </summary>
[TestFixture(ServerNames.InProcess)]
[TestFixture(ServerNames.CephRgw)]
public sealed class FaultRunTests(string server)
{
    private const int Workers = 16;
    private static readonly int OperationsOfEach = FullRun.IsOn ? 125 : 25;
    private const double FaultRate = 0.2;

    /// <summary>What the client that talks to the server itself, and the runtime, may keep open.</summary>
    private const int PooledDescriptors = 8;

    [Test]
    public async Task Everything_acknowledged_is_there_and_nothing_leaks()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("S3GEN_FAULT_SEED"), out int wanted) ? wanted : Random.Shared.Next();
        TestContext.Progress.WriteLine($"Seed {seed}");
        string files = Directory.CreateTempSubdirectory("s3gen-faults").FullName;
        List<Exception> unobserved = [];
        void Observe(object? sender, UnobservedTaskExceptionEventArgs e) => unobserved.Add(e.Exception);
        TaskScheduler.UnobservedTaskException += Observe;
        try
        {
            await using FaultRig rig = await FaultRig.StartAsync(server, FaultPlan.Random(seed, FaultRate, [.. Fault.Unseen, .. Fault.Seen]));
            int descriptors = OpenDescriptors.Count();
            FaultWorker[] workers = [.. Enumerable.Range(0, Workers).Select(number => new FaultWorker(rig, number, seed, files))];

            await Task.WhenAll(workers.Select(worker => Task.Run(() => worker.RunAsync(OperationsOfEach))));
            await rig.Faulty.DisposeAsync();

            Report(rig, workers);
            await VerifyAsync(workers);
            await VerifyNothingLeaksAsync(rig, descriptors, files);
        }
        finally
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            TaskScheduler.UnobservedTaskException -= Observe;
            Directory.Delete(files, recursive: true);
        }

        Assert.That(unobserved, Is.Empty);
    }

    private static void Report(FaultRig rig, FaultWorker[] workers)
    {
        string faults = string.Join(", ", rig.Proxy.Faults.OrderBy(fault => fault.Key, StringComparer.Ordinal).Select(fault => $"{fault.Key} {fault.Value}"));
        TestContext.Progress.WriteLine($"{rig.Proxy.Requests} requests ({faults})");
        TestContext.Progress.WriteLine(
            $"{workers.Sum(worker => worker.Done)} operations succeeded, {workers.Sum(worker => worker.Failed)} failed; an open circuit refused {workers.Sum(worker => worker.Refused)} times");
    }

    private static async Task VerifyAsync(FaultWorker[] workers)
    {
        int objects = 0;
        foreach (FaultWorker worker in workers)
        {
            objects += await worker.VerifyAsync();
        }

        Assert.That(workers.Sum(worker => worker.Done + worker.Failed), Is.EqualTo(Workers * OperationsOfEach));
        Assert.That(workers.Sum(worker => worker.Done), Is.GreaterThan(Workers * OperationsOfEach * 9 / 10));
        Assert.That(objects, Is.GreaterThan(Workers));
    }

    private static async Task VerifyNothingLeaksAsync(FaultRig rig, int descriptorsBefore, string files)
    {
        for (int wait = 0; wait < 200 && (rig.Proxy.OpenConnections > 0 || OpenDescriptors.Count() > descriptorsBefore + PooledDescriptors); wait++)
        {
            await Task.Delay(50);
        }

        Assert.That(rig.Proxy.OpenConnections, Is.Zero);
        Assert.That(OpenDescriptors.To(files), Is.Empty);

        Assert.That(OpenDescriptors.Count(), Is.LessThanOrEqualTo(descriptorsBefore + PooledDescriptors));
    }
}
