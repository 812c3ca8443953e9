using S3Gen.Generator.Model;

namespace S3Gen.Generator.Rules;

/// <summary>
/// The endpoint rules of a service as a decision graph, be they modeled as a tree of rules or as a binary decision diagram. It is free of
/// JSON and compares by value.
/// </summary>
internal sealed record EndpointRuleSet
{
    public required EquatableArray<RuleParameter> Parameters { get; init; }

    /// <summary>What conditions assign; a name that has several types in different branches is several variables.</summary>
    public required EquatableArray<VariableReference> Variables { get; init; }

    public required EquatableArray<RuleCondition> Conditions { get; init; }

    /// <summary>What the rules can end in, but for the end that no rule matches.</summary>
    public required EquatableArray<RuleResult> Results { get; init; }

    public required EquatableArray<DecisionNode> Nodes { get; init; }

    /// <summary>Where the decision begins.</summary>
    public required int Root { get; init; }
}

/// <summary>A parameter of the rules. One with a default always has a value.</summary>
internal sealed record RuleParameter(string Name, RuleKind Kind)
{
    public bool IsRequired { get; init; }

    /// <summary>The value it has where nothing else gives one; null: none.</summary>
    public DocumentValue? Default { get; init; }

    /// <summary>The setting of the client that it takes its value from; null: none.</summary>
    public string? BuiltIn { get; init; }

    /// <summary>Whether anything in the rules depends on it.</summary>
    public bool IsRead { get; init; }
}

/// <summary>A condition holds if its value is there and not false; the value can be kept.</summary>
internal sealed record RuleCondition(RuleExpression Expression, VariableReference? Assigned);

/// <summary>
/// A condition and where to go if it holds and if not: to a node of that index, or, where the number is negative, to the result of its
/// complement, 0 being that no rule matches and 1 the first of the list.
/// </summary>
internal sealed record DecisionNode(int Condition, int High, int Low);

internal abstract record RuleResult;

internal sealed record ErrorResult(RuleExpression Message) : RuleResult;

internal sealed record EndpointResult : RuleResult
{
    public required RuleExpression Url { get; init; }

    public EquatableArray<RuleHeader> Headers { get; init; }

    /// <summary>Ways to sign, the best first.</summary>
    public EquatableArray<DocumentMap> AuthSchemes { get; init; }

    /// <summary>Whether the rules list ways to sign, be the list empty.</summary>
    public bool HasAuthSchemes { get; init; }

    /// <summary>All other properties.</summary>
    public DocumentMap Properties { get; init; } = new(default);
}

internal sealed record RuleHeader(string Name, EquatableArray<RuleExpression> Values);

/// <summary>A value of a property of an endpoint.</summary>
internal abstract record DocumentValue;

internal sealed record DocumentText(RuleExpression Text) : DocumentValue;

internal sealed record DocumentSwitch(bool Value) : DocumentValue;

internal sealed record DocumentNumber(string Text) : DocumentValue;

internal sealed record DocumentList(EquatableArray<DocumentValue> Items) : DocumentValue;

internal sealed record DocumentMap(EquatableArray<DocumentEntry> Entries) : DocumentValue
{
    public DocumentValue? this[string name] => Entries.FirstOrDefault(entry => entry.Name == name)?.Value;
}

internal sealed record DocumentEntry(string Name, DocumentValue Value);
