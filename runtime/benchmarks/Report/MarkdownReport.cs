using System.Globalization;
using System.Text;
using S3Gen.Benchmarks.Compare;
using S3Gen.Benchmarks.Contenders;

namespace S3Gen.Benchmarks.Report;

/// <summary>The page: how it was measured, ratios at a glance, budgets, then every figure.</summary>
internal static class MarkdownReport
{
    public static string Write(Results results, string chart)
    {
        StringBuilder page = new();
        page.Append("# S3Gen beside a bare HttpClient, AWSSDK.S3 and Minio\n\n");
        AppendMethod(results, page);
        if (results.Scenarios.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"![CPU time and allocated memory as multiples of the bare client's]({chart})\n\n");
            page.Append("## At a glance\n\nMultiples of what the bare client takes.\n\n");
            GlanceTable.Append(results, page);
            page.Append("\n## Budgets\n\n");
            BudgetTable.Append(results, page);
            page.Append("\n## All figures\n\n");
            FigureTable.Append(results, page);
        }

        MicroTables.Append(results, page);
        return page.ToString();
    }

    private static void AppendMethod(Results results, StringBuilder page)
    {
        page.Append("Made by `dotnet run -c Release --project runtime/benchmarks -- compare").Append(results.Options.IsQuick ? " --quick" : string.Empty).Append('`');
        if (Environment.GetEnvironmentVariable("BENCHMARK_DATE") is { Length: > 0 } date)
        {
            page.Append(CultureInfo.InvariantCulture, $" on {date}");
        }

        page.Append(CultureInfo.InvariantCulture, $".\n\n- Machine: {Machine.Describe()}\n");
        foreach (ContenderKind kind in results.Options.Contenders)
        {
            page.Append(CultureInfo.InvariantCulture, $"- {kind.NameAndVersion()}\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"- {results.Options.Rounds} rounds each ({results.Options.RoundsApart} where a round has a process of its own), in which the clients take turns; medians. A ratio is the median of the rounds' own ratios: it holds on a\n");
        page.Append("  machine that does other things as well, which times by the clock do not.\n");
        page.Append("- One server for all, on loopback in a process of its own, whose work is not counted. See [how it is measured](../README.md).\n\n");
    }
}
