using System.Diagnostics;

namespace S3Gen.Benchmarks.Generation;

/// <summary>
/// The generator in a process that has not run it before, as in a compiler that was just started, and then again. BenchmarkDotNet warms code
/// up first, and thus cannot show the first run.
/// </summary>
internal static class GenerationCosts
{
    private const int Rounds = 25;

    public static void Print()
    {
        GeneratorBenchmarks benchmarks = new();
        Console.WriteLine($"all of S3, first run of the process: {Milliseconds(benchmarks.Generate):F0} ms");
        foreach ((string what, Func<int> run) in new (string, Func<int>)[]
        {
            ("all of S3", benchmarks.AllOfS3Generated), ("one operation edited", benchmarks.OneOperationEdited),
            ("one sentence edited", benchmarks.OneSentenceEdited), ("user code edited", benchmarks.UserCodeEdited),
        })
        {
            double[] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => Milliseconds(() => run())).Order()];
            Console.WriteLine($"{what}: {rounds[Rounds / 2]:F1} ms (median of {Rounds}), {rounds[0]:F1} ms (best)");
        }
    }

    private static double Milliseconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
