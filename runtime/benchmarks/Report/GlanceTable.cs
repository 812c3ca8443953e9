using System.Globalization;
using System.Text;
using S3Gen.Benchmarks.Compare;
using S3Gen.Benchmarks.Contenders;

namespace S3Gen.Benchmarks.Report;

/// <summary>One row a scenario: CPU time and allocated memory of each client as multiples of the bare one's.</summary>
internal static class GlanceTable
{
    public static void Append(Results results, StringBuilder page)
    {
        ContenderKind[] kinds = [.. results.Options.Contenders.Where(kind => kind != ContenderKind.Floor)];
        page.Append("| |");
        page.AppendJoin(string.Empty, kinds.Select(kind => $" CPU, {kind.Name()} |"));
        page.AppendJoin(string.Empty, kinds.Select(kind => $" memory, {kind.Name()} |"));
        page.Append("\n|---|").Insert(page.Length, "--:|", kinds.Length * 2).Append('\n');
        foreach (ScenarioResult result in results.Scenarios)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {result.Scenario.Name} |");
            page.AppendJoin(string.Empty, kinds.Select(kind => Cell(kind, result.Ratio(kind, cost => cost.CpuMicroseconds))));
            page.AppendJoin(string.Empty, kinds.Select(kind => Cell(kind, result.Ratio(kind, cost => cost.Bytes))));
            page.Append('\n');
        }
    }

    private static string Cell(ContenderKind kind, double ratio) => kind == ContenderKind.S3Gen ? $" **{Figures.Ratio(ratio)}** |" : $" {Figures.Ratio(ratio)} |";
}
