using System.Globalization;
using System.Text;
using S3Gen.Benchmarks.Compare;
using S3Gen.Benchmarks.Generation;
using S3Gen.Benchmarks.Micro;

namespace S3Gen.Benchmarks.Report;

/// <summary>The parts of a call, and the generator.</summary>
internal static class MicroTables
{
    public static void Append(Results results, StringBuilder page)
    {
        if (results.Micro.Count > 0)
        {
            page.Append("\n## Parts\n\nThe methods that BenchmarkDotNet runs at length (`-- --filter '*'`), in short: the best of many batches. Ratios are to the other method with the same parameter.\n\n");
            page.Append("| | | method | time | ratio | allocated |\n|---|---|---|--:|--:|--:|\n");
            foreach (MicroResult result in results.Micro)
            {
                string ratio = result.Ratio is { } value ? Figures.Ratio(value) : string.Empty;
                page.Append(CultureInfo.InvariantCulture, $"| {result.Group} | {result.Parameter} | {result.Method} | {Figures.Nanoseconds(result.Nanoseconds)} | {ratio} | {Figures.Bytes(result.Bytes)} |\n");
            }
        }

        if (results.Generation.Count > 0)
        {
            page.Append("\n## The generator\n\nInside a compiler's process; the best of 15 runs, but for the first.\n\n| | time |\n|---|--:|\n");
            foreach (GenerationCost cost in results.Generation)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {cost.What} | {cost.Milliseconds:F1} ms |\n");
            }
        }
    }
}
