using System.Collections.Immutable;

namespace S3Gen.Testing;

/// <summary>The rules by which a server misbehaves. Of several that hit a request, the first counts. May be changed while requests run.</summary>
public sealed class FaultRules
{
    private readonly Lock _gate = new();
    private readonly Random _random;
    private ImmutableArray<FaultRule> _rules = [];

    internal FaultRules(int seed) => _random = new Random(seed);

    /// <summary>The rules as they are now, in the order in which they are asked.</summary>
    public IReadOnlyList<FaultRule> All => _rules;

    internal bool IsEmpty => _rules.IsEmpty;

    /// <summary>Adds a rule behind those that are there.</summary>
    /// <param name="rule">The rule; it counts its requests from now on.</param>
    /// <returns>The same rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A member of the rule is out of its range.</exception>
    public FaultRule Add(FaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        rule.Validate();
        ImmutableInterlocked.Update(ref _rules, static (rules, added) => rules.Add(added), rule);
        return rule;
    }

    /// <summary>Takes a rule away.</summary>
    /// <param name="rule">The rule, as it was added.</param>
    /// <returns>Whether it was there.</returns>
    public bool Remove(FaultRule rule) => ImmutableInterlocked.Update(ref _rules, static (rules, removed) => rules.Remove(removed), rule);

    /// <summary>Takes all rules away: the server behaves.</summary>
    public void Clear() => ImmutableInterlocked.Update(ref _rules, static _ => []);

    /// <summary>The rule that hits a request; null where none does.</summary>
    internal FaultRule? Find(string operation, string bucket, string key)
    {
        foreach (FaultRule rule in _rules)
        {
            if (rule.Hits(operation, bucket, key, Draw))
            {
                return rule;
            }
        }
        return null;
    }

    private double Draw()
    {
        lock (_gate)
        {
            return _random.NextDouble();
        }
    }
}
