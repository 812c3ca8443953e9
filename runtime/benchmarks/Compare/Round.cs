using System.Diagnostics;

namespace S3Gen.Benchmarks.Compare;

/// <summary>One round of operations, some at once, and what they cost the process.</summary>
internal static class Round
{
    private const double MiB = 1024 * 1024;

    public static async Task<Cost> MeasureAsync(int operations, int atOnce, Func<int, Task> operation)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using HeapWatch heap = new();
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        await RunAsync(operations, atOnce, operation);
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        return new Cost(
            wall.TotalMicroseconds / operations, cpu.TotalMicroseconds / operations, (double)bytes / operations, heap.PeakMiB, Environment.WorkingSet / MiB);
    }

    /// <summary>Runs all operations; each of the workers takes the next one when it is through with one.</summary>
    public static async Task RunAsync(int operations, int atOnce, Func<int, Task> operation)
    {
        if (atOnce == 1)
        {
            for (int i = 0; i < operations; i++)
            {
                await operation(i);
            }

            return;
        }

        int next = -1;
        Task[] workers = new Task[atOnce];
        for (int worker = 0; worker < atOnce; worker++)
        {
            workers[worker] = Task.Run(async () =>
            {
                for (int i = Interlocked.Increment(ref next); i < operations; i = Interlocked.Increment(ref next))
                {
                    await operation(i);
                }
            });
        }

        await Task.WhenAll(workers);
    }
}
