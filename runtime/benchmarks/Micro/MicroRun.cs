using System.Reflection;
using BenchmarkDotNet.Attributes;
using S3Gen.Benchmarks.Compare;

namespace S3Gen.Benchmarks.Micro;

/// <summary>
/// The methods that BenchmarkDotNet runs at length, in short: warmed together until they are compiled as they will stay, then in short batches
/// by turns, of which the best counts, since what else the machine does only ever adds time.
/// </summary>
internal static class MicroRun
{
    private const int MaxPasses = 12;

    private static readonly TimeSpan Warming = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(1);

    private static readonly Type[] Classes =
    [
        typeof(SigningBenchmarks), typeof(EndpointBenchmarks), typeof(ListingBenchmarks), typeof(DocumentReadingBenchmarks),
        typeof(DocumentWritingBenchmarks), typeof(ChecksumAlgorithmBenchmarks),
    ];

    public static async Task<IReadOnlyList<MicroResult>> RunAsync(bool isQuick)
    {
        await Console.Error.WriteLineAsync("micro benchmarks …");
        List<(string Group, string Parameter, MicroMethod[] Methods)> cases = [.. Classes.SelectMany(Cases)];
        await CompiledCode.SettleAsync(MaxPasses, () =>
        {
            foreach (MicroMethod method in cases.SelectMany(entry => entry.Methods))
            {
                method.Warm(Warming, Batch);
            }

            return Task.CompletedTask;
        });
        return [.. cases.SelectMany(entry => Measure(entry.Group, entry.Parameter, entry.Methods, isQuick ? 30 : 200))];
    }

    private static IEnumerable<(string Group, string Parameter, MicroMethod[] Methods)> Cases(Type type)
    {
        PropertyInfo? parameter = type.GetProperties().FirstOrDefault(property => property.GetCustomAttribute<ParamsSourceAttribute>() is not null);
        MethodInfo? setup = type.GetMethods().FirstOrDefault(method => method.GetCustomAttribute<GlobalSetupAttribute>() is not null);
        foreach (object? value in Values(type, parameter))
        {
            object instance = Activator.CreateInstance(type)!;
            parameter?.SetValue(instance, value);
            setup?.Invoke(instance, null);
            yield return (type.Name.Replace("Benchmarks", string.Empty, StringComparison.Ordinal), value?.ToString() ?? string.Empty, MicroMethod.Find(instance));
        }
    }

    private static IEnumerable<object?> Values(Type type, PropertyInfo? parameter)
    {
        string? source = parameter?.GetCustomAttribute<ParamsSourceAttribute>()!.Name;
        return source is null ? [null] : ((IEnumerable<object?>)type.GetProperty(source)!.GetValue(null)!);
    }

    private static IEnumerable<MicroResult> Measure(string group, string parameter, MicroMethod[] methods, int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            foreach (MicroMethod method in methods)
            {
                method.MeasureBatch();
            }
        }

        double? baseline = methods.FirstOrDefault(method => method.IsBaseline)?.BestNanoseconds;
        return methods.Select(method => new MicroResult(
            group, parameter, method.Name, method.BestNanoseconds, method.IsBaseline ? null : method.BestNanoseconds / baseline, method.MeasureBytes()));
    }
}
