using S3Gen.Benchmarks.Contenders;

namespace S3Gen.Benchmarks.Compare;

/// <summary>Runs operations that are not measured, until code is compiled as it will stay.</summary>
internal static class Warming
{
    private const int MaxPasses = 20;

    public static Task RunAsync(Scenario scenario, IContender contender, int operations) => CompiledCode.SettleAsync(
        MaxPasses, () => Round.RunAsync((operations + 1) / 2, scenario.AtOnce, i => scenario.Operation(contender, i)));
}
