namespace S3Gen.Generator.Rules;

/// <summary>What is wrong with rules; collected, so that all is reported at once.</summary>
internal sealed class RuleFaults
{
    private readonly List<RuleFault> _items = [];

    public IReadOnlyList<RuleFault> Items => _items;

    public void Add(RuleNode place, string message) => _items.Add(new RuleFault([.. place.Path], message));
}

internal sealed record RuleFault(IReadOnlyList<string> Path, string Message);
