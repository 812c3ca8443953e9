using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using S3Gen.Benchmarks.Contenders;

namespace S3Gen.Benchmarks.Compare;

/// <summary>A round in a process of its own: what it costs includes neither another contender's memory nor its pools.</summary>
internal static class Probe
{
    private const string Ready = "ready";
    private const double MiB = 1024 * 1024;

    /// <summary>Starts the process and takes what it measured.</summary>
    public static async Task<Cost> StartAsync(ContenderKind kind, Scenario scenario, int operations, Uri endpoint)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = SelfProcess.Start("probe", kind.ToString(), scenario.Id, operations.ToString(CultureInfo.InvariantCulture), endpoint.AbsoluteUri);
        string? line = await process.StandardOutput.ReadLineAsync();
        TimeSpan untilReady = Stopwatch.GetElapsedTime(start);
        string? result = await process.StandardOutput.ReadLineAsync();
        await process.WaitForExitAsync();
        if (line != Ready || result is null)
        {
            throw new InvalidOperationException($"{kind} failed at '{scenario.Id}': {line}");
        }

        Cost cost = JsonSerializer.Deserialize<Cost>(result);
        return scenario.Id == Scenarios.ColdStart ? cost with { WallMicroseconds = untilReady.TotalMicroseconds } : cost;
    }

    /// <summary>What the process does.</summary>
    public static async Task RunAsync(ContenderKind kind, string scenarioId, int operations, Uri endpoint)
    {
        Scenario scenario = Array.Find(Scenarios.All, scenario => scenario.Id == scenarioId) ?? throw new ArgumentException($"There is no '{scenarioId}'.");
        using IContender contender = kind.Create(endpoint);
        Cost cost;
        if (scenarioId == Scenarios.ColdStart)
        {
            await scenario.Operation(contender, 0);
            Console.WriteLine(Ready);
            cost = new Cost(0, Environment.CpuUsage.TotalTime.TotalMicroseconds, GC.GetTotalAllocatedBytes(), GC.GetTotalMemory(false) / MiB, 0);
        }
        else
        {
            await Warming.RunAsync(scenario, contender, operations);
            cost = await Round.MeasureAsync(operations, scenario.AtOnce, i => scenario.Operation(contender, i));
            Console.WriteLine(Ready);
        }

        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(cost with { PeakWorkingSetMiB = self.PeakWorkingSet64 / MiB }));
    }
}
