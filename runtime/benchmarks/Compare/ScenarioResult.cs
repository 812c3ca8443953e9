using S3Gen.Benchmarks.Contenders;

namespace S3Gen.Benchmarks.Compare;

/// <summary>The rounds of one scenario, in which contenders took turns.</summary>
internal sealed class ScenarioResult(Scenario scenario, int operations, Dictionary<ContenderKind, List<Cost>> costs)
{
    public Scenario Scenario => scenario;

    public int Operations => operations;

    public IEnumerable<ContenderKind> Contenders => costs.Keys;

    public double Median(ContenderKind kind, Func<Cost, double> of) => MedianOf(costs[kind].Select(of));

    /// <summary>
    /// How many times what the bare client took: the median over rounds of that round's quotient, since what else the machine does meets
    /// neighbours in time alike.
    /// </summary>
    public double Ratio(ContenderKind kind, Func<Cost, double> of) =>
        MedianOf(costs[kind].Zip(costs[ContenderKind.Floor], (cost, floor) => of(cost) / of(floor)));

    private static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
