using System.Diagnostics;
using System.Text.Json;
using S3Gen.Benchmarks.Compare;

namespace S3Gen.Benchmarks.Generation;

/// <summary>The best of some runs of the generator.</summary>
internal sealed record GenerationCost(string What, double Milliseconds);

/// <summary>
/// The generator in a process that has not run it before, as in a compiler that was just started, and then again. BenchmarkDotNet warms code
/// up first, and thus cannot show the first run.
/// </summary>
internal static class GenerationCosts
{
    public const string FirstRun = "all of S3, first run of a process";
    public const string OneOperation = "one operation of the model edited";
    public const string UserCode = "user code edited";

    private const int Rounds = 40;

    public static async Task<IReadOnlyList<GenerationCost>> MeasureApartAsync()
    {
        await Console.Error.WriteLineAsync("generation …");
        using Process process = SelfProcess.Start("generation");
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<GenerationCost[]>(output)!;
    }

    public static void Print()
    {
        GeneratorBenchmarks benchmarks = new();
        List<GenerationCost> costs = [new(FirstRun, Milliseconds(benchmarks.Generate))];
        foreach ((string what, Func<int> run) in new (string, Func<int>)[]
        {
            ("all of S3, later runs", benchmarks.AllOfS3Generated), (OneOperation, benchmarks.OneOperationEdited),
            ("one sentence of the overlay edited", benchmarks.OneSentenceEdited), (UserCode, benchmarks.UserCodeEdited),
        })
        {
            costs.Add(new GenerationCost(what, Enumerable.Range(0, Rounds).Min(_ => Milliseconds(() => run()))));
        }

        Console.WriteLine(JsonSerializer.Serialize(costs));
    }

    private static double Milliseconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
