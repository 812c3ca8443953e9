using S3Gen.Benchmarks.Contenders;

namespace S3Gen.Benchmarks.Compare;

/// <summary>Runs operations that are not measured, until code is compiled as it will stay.</summary>
internal static class Warming
{
    /// <summary>Methods are compiled anew a moment after their first calls are over.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task RunAsync(Scenario scenario, IContender contender, int operations)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            await Round.RunAsync(scenario.IsApart ? operations : operations / 2, scenario.AtOnce, i => scenario.Operation(contender, i));
            await Task.Delay(Pause);
        }
    }
}
