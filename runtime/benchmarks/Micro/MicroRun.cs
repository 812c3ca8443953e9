using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace S3Gen.Benchmarks.Micro;

/// <summary>The micro benchmarks in short, inside this process. BenchmarkDotNet's own command runs them at length.</summary>
internal static class MicroRun
{
    private const int SmallestObject = 24;

    private static readonly Type[] Classes =
    [
        typeof(SigningBenchmarks), typeof(EndpointBenchmarks), typeof(ListingBenchmarks), typeof(DocumentReadingBenchmarks),
        typeof(DocumentWritingBenchmarks), typeof(ChecksumAlgorithmBenchmarks),
    ];

    public static IReadOnlyList<MicroResult> Run(bool isQuick)
    {
        Console.Error.WriteLine("micro benchmarks …");
        Job job = Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(isQuick ? 1 : 3)
            .WithIterationCount(isQuick ? 3 : 7)
            .WithIterationTime(TimeInterval.FromMilliseconds(isQuick ? 10 : 60));
        ManualConfig config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(NullLogger.Instance).AddColumnProvider(DefaultColumnProviders.Instance)
            .WithOptions(ConfigOptions.DisableLogFile).WithArtifactsPath(Path.Combine(Path.GetTempPath(), "s3gen-benchmarks"));
        return [.. Classes.SelectMany(type => Read(BenchmarkRunner.Run(type, config)))];
    }

    private static IEnumerable<MicroResult> Read(Summary summary)
    {
        foreach (BenchmarkReport report in summary.Reports)
        {
            BenchmarkCase benchmark = report.BenchmarkCase;
            string parameter = benchmark.Parameters.Items.Count > 0 ? benchmark.Parameters.Items[0].ToDisplayText() : string.Empty;
            if (report.ResultStatistics is not { } statistics)
            {
                throw new InvalidOperationException($"{benchmark.Descriptor.WorkloadMethodDisplayInfo} {parameter} failed.");
            }

            BenchmarkReport? baseline = summary.Reports.FirstOrDefault(
                other => other.BenchmarkCase.Descriptor.Baseline && other.BenchmarkCase.Parameters.DisplayInfo == benchmark.Parameters.DisplayInfo);
            double? ratio = benchmark.Descriptor.Baseline ? null : statistics.Min / baseline?.ResultStatistics?.Min;
            yield return new MicroResult(
                benchmark.Descriptor.Type.Name.Replace("Benchmarks", string.Empty, StringComparison.Ordinal),
                benchmark.Descriptor.WorkloadMethod.Name,
                parameter,
                statistics.Min,
                ratio,
                AllocatedBy(report));
        }
    }

    /// <summary>What is less than the smallest object, on average over many operations, was allocated by something else in the process.</summary>
    private static long AllocatedBy(BenchmarkReport report) =>
        report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) is { } bytes and >= SmallestObject ? bytes : 0;
}
