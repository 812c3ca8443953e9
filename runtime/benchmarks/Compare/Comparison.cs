using S3Gen.Benchmarks.Contenders;
using S3Gen.Benchmarks.Generation;
using S3Gen.Benchmarks.Micro;
using S3Gen.Benchmarks.Report;
using S3Gen.Benchmarks.Server;

namespace S3Gen.Benchmarks.Compare;

/// <summary>All contenders in all scenarios against one server in another process, then the micro benchmarks, then the report.</summary>
internal static class Comparison
{
    public static async Task RunAsync(CompareOptions options)
    {
        List<ScenarioResult> scenarios = await RunScenariosAsync(options);
        bool isWhole = options.Only.Length == 0;
        Results results = new()
        {
            Options = options,
            Scenarios = scenarios,
            Micro = isWhole || options.Only.Contains("micro") ? await MicroRun.RunAsync(options.IsQuick) : [],
            Generation = isWhole || options.Only.Contains("generation") ? await GenerationCosts.MeasureApartAsync() : [],
        };
        await ReportFiles.WriteAsync(results);
    }

    private static async Task<List<ScenarioResult>> RunScenariosAsync(CompareOptions options)
    {
        using StubProcess server = StubProcess.Start();
        Dictionary<ContenderKind, IContender> contenders = options.Contenders.ToDictionary(kind => kind, kind => kind.Create(server.Endpoint));
        List<ScenarioResult> results = [];
        foreach (Scenario scenario in Scenarios.All.Where(scenario => options.Only.Length == 0 || options.Only.Contains(scenario.Id)))
        {
            int operations = options.IsQuick ? scenario.QuickOperations : scenario.Operations;
            await Console.Error.WriteLineAsync($"{scenario.Name} …");
            results.Add(new ScenarioResult(scenario, operations, scenario.IsApart
                ? await AlternateAsync(options, options.RoundsApart, kind => Probe.StartAsync(kind, scenario, operations, server.Endpoint))
                : await RunHereAsync(options, scenario, operations, contenders)));
        }

        foreach (IContender contender in contenders.Values)
        {
            contender.Dispose();
        }

        return results;
    }

    private static async Task<Dictionary<ContenderKind, List<Cost>>> RunHereAsync(
        CompareOptions options, Scenario scenario, int operations, Dictionary<ContenderKind, IContender> contenders)
    {
        foreach (IContender contender in contenders.Values)
        {
            await Warming.RunAsync(scenario, contender, operations);
        }

        return await AlternateAsync(options, options.Rounds, kind => Round.MeasureAsync(operations, scenario.AtOnce, i => scenario.Operation(contenders[kind], i)));
    }

    /// <summary>Rounds in which contenders take turns, each round another one first.</summary>
    private static async Task<Dictionary<ContenderKind, List<Cost>>> AlternateAsync(
        CompareOptions options, int rounds, Func<ContenderKind, Task<Cost>> measureAsync)
    {
        ContenderKind[] kinds = options.Contenders;
        Dictionary<ContenderKind, List<Cost>> costs = kinds.ToDictionary(kind => kind, _ => new List<Cost>());
        for (int round = 0; round < rounds; round++)
        {
            for (int turn = 0; turn < kinds.Length; turn++)
            {
                ContenderKind kind = kinds[(round + turn) % kinds.Length];
                costs[kind].Add(await measureAsync(kind));
            }
        }

        return costs;
    }
}
