namespace S3Gen.Integration.Faults;

/// <summary>Decides what happens to each request.</summary>
internal abstract class FaultPlan
{
    public abstract Fault Next();

    /// <summary>These faults in turn, and none afterwards.</summary>
    public static FaultPlan Script(params IEnumerable<Fault> faults) => new Scripted(faults);

    /// <summary>Any of the faults, for this share of the requests.</summary>
    public static FaultPlan Random(int seed, double rate, IReadOnlyList<Fault> faults) => new Seeded(seed, rate, faults);

    private sealed class Scripted(IEnumerable<Fault> faults) : FaultPlan
    {
        private readonly Queue<Fault> _faults = new(faults);

        public override Fault Next()
        {
            lock (_faults)
            {
                return _faults.TryDequeue(out Fault? fault) ? fault : Fault.None;
            }
        }
    }

    private sealed class Seeded(int seed, double rate, IReadOnlyList<Fault> faults) : FaultPlan
    {
        private readonly Random _random = new(seed);

        public override Fault Next()
        {
            lock (_random)
            {
                return _random.NextDouble() < rate ? faults[_random.Next(faults.Count)] : Fault.None;
            }
        }
    }
}
