using System.Globalization;
using System.Text;
using S3Gen.Benchmarks.Compare;
using S3Gen.Benchmarks.Contenders;

namespace S3Gen.Benchmarks.Report;

/// <summary>One row a scenario and client: all that was measured.</summary>
internal static class FigureTable
{
    private const string Unknown = "–";

    public static void Append(Results results, StringBuilder page)
    {
        page.Append("Per operation, or for all of them together where several make one thing. Peaks are told where a round has a process of its own: managed\n");
        page.Append("memory above what was in use before, and physical memory of the whole process.\n\n");
        page.Append("| | client | time | CPU | × bare | allocated | × bare | peak managed | peak physical |\n|---|---|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (ScenarioResult result in results.Scenarios)
        {
            foreach (ContenderKind kind in result.Contenders)
            {
                AppendRow(result, kind, page);
            }
        }
    }

    private static void AppendRow(ScenarioResult result, ContenderKind kind, StringBuilder page)
    {
        int factor = result.Scenario.CountsWhole ? result.Operations : 1;
        string name = kind == ContenderKind.Floor ? result.Scenario.Name + Size(result) : string.Empty;
        page.Append(CultureInfo.InvariantCulture, $"| {name} | {kind.Name()} ");
        page.Append(CultureInfo.InvariantCulture, $"| {Figures.Microseconds(factor * result.Median(kind, cost => cost.WallMicroseconds))} ");
        page.Append(CultureInfo.InvariantCulture, $"| {Figures.Microseconds(factor * result.Median(kind, cost => cost.CpuMicroseconds))} ");
        page.Append(CultureInfo.InvariantCulture, $"| {Figures.Ratio(result.Ratio(kind, cost => cost.CpuMicroseconds))} ");
        page.Append(CultureInfo.InvariantCulture, $"| {Figures.Bytes(factor * result.Median(kind, cost => cost.Bytes))} ");
        page.Append(CultureInfo.InvariantCulture, $"| {Figures.Ratio(result.Ratio(kind, cost => cost.Bytes))} ");
        page.Append(CultureInfo.InvariantCulture, $"| {Peak(result, kind, cost => cost.PeakHeapMiB)} | {Peak(result, kind, cost => cost.PeakWorkingSetMiB)} |\n");
    }

    private static string Peak(ScenarioResult result, ContenderKind kind, Func<Cost, double> of) =>
        result.Scenario.IsApart ? string.Create(CultureInfo.InvariantCulture, $"{result.Median(kind, of):F0} MiB") : Unknown;

    /// <summary>Says so where less was done than the name promises.</summary>
    private static string Size(ScenarioResult result) =>
        result.Scenario.CountsWhole && result.Operations < result.Scenario.Operations ? $" (1/{result.Scenario.Operations / result.Operations} of it)" : string.Empty;
}
