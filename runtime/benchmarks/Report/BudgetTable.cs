using System.Text;
using S3Gen.Benchmarks.Compare;
using S3Gen.Benchmarks.Contenders;
using S3Gen.Benchmarks.Generation;
using S3Gen.Benchmarks.Micro;

namespace S3Gen.Benchmarks.Report;

/// <summary>The project's budgets, each with what this run has measured.</summary>
internal static class BudgetTable
{
    private const double GigabytesPerSecond = 1024 * 1024 / 1e9;

    public static void Append(Results results, StringBuilder page)
    {
        page.Append("| | budget | measured | met |\n|---|--:|--:|---|\n");
        foreach (Budget budget in Calls(results).Concat(Micro(results)).Concat(Generation(results)))
        {
            page.Append(budget.ToRow());
        }
    }

    private static IEnumerable<Budget> Calls(Results results)
    {
        foreach (ScenarioResult result in results.Scenarios.Where(result => result.Contenders.Contains(ContenderKind.S3Gen)))
        {
            double cpu = result.Ratio(ContenderKind.S3Gen, cost => cost.CpuMicroseconds);
            double bytes = result.Ratio(ContenderKind.S3Gen, cost => cost.Bytes);
            string name = result.Scenario.Name;
            switch (result.Scenario.Id)
            {
                case "head" or "get" or "put":
                    yield return new Budget($"{name}: CPU, times the bare client's", 1, cpu, string.Empty);
                    yield return new Budget($"{name}: allocated, times the bare client's", 1, bytes, string.Empty);
                    break;
                case "get32" or "put32" or "get256" or "put256":
                    double throughput = 1 / result.Ratio(ContenderKind.S3Gen, cost => cost.WallMicroseconds);
                    yield return new Budget($"{name}: throughput, times the bare client's", 0.95, throughput, string.Empty, IsLeast: true);
                    break;
                case "up" or "down":
                    yield return new Budget($"{name}: CPU, times the bare client's", 1.1, cpu, string.Empty);
                    yield return new Budget($"{name}: peak of managed memory", 64, result.Median(ContenderKind.S3Gen, cost => cost.PeakHeapMiB), " MiB");
                    break;
            }
        }
    }

    private static IEnumerable<Budget> Micro(Results results)
    {
        foreach (MicroResult result in results.Micro)
        {
            switch (result.Method)
            {
                case nameof(SigningBenchmarks.S3GenSignsGet):
                    yield return new Budget("signing: time, times that of its hashes", 1.5, result.Ratio ?? double.NaN, string.Empty);
                    yield return new Budget("signing: allocated", 0, result.Bytes, " B");
                    break;
                case nameof(ListingBenchmarks.S3GenUnmarshals):
                    yield return new Budget("1,000 keys from bytes to objects: time, times that of XmlReader's walk", 1.0 / 3, result.Ratio ?? double.NaN, string.Empty);
                    break;
                case nameof(ChecksumAlgorithmBenchmarks.Compute) when result.Parameter.StartsWith("Crc", StringComparison.Ordinal):
                    yield return new Budget($"{result.Parameter}: speed", 10, GigabytesPerSecond * 1e9 / result.Nanoseconds, " GB/s", IsLeast: true);
                    break;
            }
        }
    }

    private static IEnumerable<Budget> Generation(Results results)
    {
        foreach (GenerationCost cost in results.Generation)
        {
            double? limit = cost.What switch
            {
                GenerationCosts.FirstRun => 1500,
                GenerationCosts.OneOperation => 50,
                _ => null,
            };
            if (limit is { } milliseconds)
            {
                yield return new Budget($"generator: {cost.What}", milliseconds, cost.Milliseconds, " ms");
            }
        }
    }
}
