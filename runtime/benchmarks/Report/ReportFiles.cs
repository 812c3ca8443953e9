using S3Gen.Benchmarks.Compare;

namespace S3Gen.Benchmarks.Report;

/// <summary>Writes what was found: a page of tables and a chart.</summary>
internal static class ReportFiles
{
    private const string ChartName = "compare.svg";

    public static async Task WriteAsync(Results results)
    {
        Directory.CreateDirectory(results.Options.Output);
        string page = MarkdownReport.Write(results, ChartName);
        string path = Path.Combine(results.Options.Output, "compare.md");
        await File.WriteAllTextAsync(path, page);
        if (results.Scenarios.Count > 0)
        {
            await File.WriteAllTextAsync(Path.Combine(results.Options.Output, ChartName), SvgChart.Write(results.Scenarios));
        }

        Console.WriteLine(page);
        await Console.Error.WriteLineAsync($"written to {path}");
    }
}
