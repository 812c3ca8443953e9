using System.Diagnostics;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace S3Gen.Benchmarks.Micro;

/// <summary>One method of BenchmarkDotNet's, with an instance that it is run on.</summary>
internal abstract class MicroMethod
{
    private const double TicksPerNanosecond = TimeSpan.TicksPerMicrosecond / 1000.0;

    private int _batch = 1;

    public required string Name { get; init; }

    public required bool IsBaseline { get; init; }

    /// <summary>The time of a call in the batch that was disturbed least.</summary>
    public double BestNanoseconds { get; private set; } = double.MaxValue;

    /// <summary>All of an instance's methods that are benchmarks.</summary>
    public static MicroMethod[] Find(object instance) =>
        [.. instance.GetType().GetMethods().Where(method => method.GetCustomAttribute<BenchmarkAttribute>() is not null).Select(method => Create(instance, method))];

    /// <summary>Runs it for a while, and finds out how many calls make a batch of that length.</summary>
    public void Warm(TimeSpan duration, TimeSpan batch)
    {
        long start = Stopwatch.GetTimestamp();
        int calls = 0;
        do
        {
            Run(1);
            calls++;
        }
        while (Stopwatch.GetElapsedTime(start) < duration);
        _batch = Math.Max(1, (int)(calls * (batch / Stopwatch.GetElapsedTime(start))));
    }

    public void MeasureBatch()
    {
        long start = Stopwatch.GetTimestamp();
        Run(_batch);
        BestNanoseconds = Math.Min(BestNanoseconds, Stopwatch.GetElapsedTime(start).Ticks / TicksPerNanosecond / _batch);
    }

    public long MeasureBytes()
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        Run(_batch);
        return (GC.GetAllocatedBytesForCurrentThread() - bytes) / _batch;
    }

    protected abstract void Run(int calls);

    private static MicroMethod Create(object instance, MethodInfo method)
    {
        Type type = typeof(Typed<>).MakeGenericType(method.ReturnType);
        BenchmarkAttribute attribute = method.GetCustomAttribute<BenchmarkAttribute>()!;
        Delegate call = method.CreateDelegate(typeof(Func<>).MakeGenericType(method.ReturnType), instance);
        return ((ITyped)Activator.CreateInstance(type)!).Make(call, method.Name, attribute.Baseline);
    }

    private interface ITyped
    {
        MicroMethod Make(Delegate call, string name, bool isBaseline);
    }

    private sealed class Typed<T> : ITyped
    {
        public MicroMethod Make(Delegate call, string name, bool isBaseline) => new Calls<T>((Func<T>)call) { Name = name, IsBaseline = isBaseline };
    }

    private sealed class Calls<T>(Func<T> call) : MicroMethod
    {
        private T? _result;

        protected override void Run(int calls)
        {
            for (int i = 0; i < calls; i++)
            {
                _result = call();
            }

            GC.KeepAlive(_result);
        }
    }
}
