using System.Diagnostics;

namespace S3Gen.Benchmarks.Generation;

/// <summary>
/// The generator in a process that has not run it before, as in a compiler that was just started, and then again. BenchmarkDotNet warms code
/// up first, and thus cannot show the first run.
/// </summary>
internal static class GenerationCosts
{
    private const int Rounds = 5;

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
            IEnumerable<double> rounds = Enumerable.Range(0, Rounds).Select(_ => Milliseconds(() => run()));
            Console.WriteLine($"{what}: {string.Join(' ', rounds.Select(round => $"{round:F1}"))} ms");
        }
    }

    private static double Milliseconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
