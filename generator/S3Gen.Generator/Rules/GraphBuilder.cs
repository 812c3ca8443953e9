using S3Gen.Generator.Model;

namespace S3Gen.Generator.Rules;

/// <summary>Puts a decision graph together; conditions, results and nodes that are equal are one.</summary>
internal sealed class GraphBuilder
{
    /// <summary>Where a decision ends that no rule matches.</summary>
    public const int NoMatch = ~0;

    private readonly Table<RuleCondition> _conditions = new();
    private readonly Table<RuleResult> _results = new();
    private readonly Table<DecisionNode> _nodes = new();
    private readonly Table<VariableReference> _variables = new();

    /// <summary>The variable of a name and a type.</summary>
    public VariableReference Variable(string name, RuleKind kind)
    {
        int others = _variables.Items.Count(variable => variable.Kind != kind && (variable.Name == name || variable.Name.StartsWith(name + "_as_", StringComparison.Ordinal)));
        VariableReference? known = _variables.Items.FirstOrDefault(variable => variable.Kind == kind && (variable.Name == name || variable.Name == $"{name}_as_{kind}"));
        VariableReference found = known ?? new VariableReference(others == 0 ? name : $"{name}_as_{kind}", kind);
        _variables.Add(found);
        return found;
    }

    /// <summary>The reference to a result.</summary>
    public int Result(RuleResult result) => ~(_results.Add(result) + 1);

    /// <summary>
    /// The reference to a node. A condition that decides and assigns nothing needs none; one that negates another is that one with its
    /// branches swapped.
    /// </summary>
    public int Node(RuleCondition condition, int high, int low) =>
        condition.Assigned is null && high == low ? high
        : condition.Assigned is null && Negated(condition.Expression) is { } negated ? Node(new RuleCondition(negated, null), low, high)
        : _nodes.Add(new DecisionNode(_conditions.Add(condition), high, low));

    public EndpointRuleSet Build(IEnumerable<RuleParameter> parameters, int root)
    {
        HashSet<string> read = [];
        foreach (RuleCondition condition in _conditions.Items)
        {
            ReferenceFinder.Collect(condition.Expression, read);
        }

        foreach (RuleResult result in _results.Items)
        {
            ReferenceFinder.Collect(result, read);
        }

        return new EndpointRuleSet
        {
            Parameters = parameters.Select(parameter => parameter with { IsRead = read.Contains(parameter.Name) }).ToEquatableArray(),
            Variables = _variables.Items.ToEquatableArray(),
            Conditions = _conditions.Items.ToEquatableArray(),
            Results = _results.Items.ToEquatableArray(),
            Nodes = _nodes.Items.ToEquatableArray(),
            Root = root,
        };
    }

    private static RuleExpression? Negated(RuleExpression expression) => expression switch
    {
        RuleCall { Function: "not" } call => call.Arguments[0],
        RuleCall { Function: "booleanEquals" } call when call.Arguments[0] is ParameterReference { IsOptional: false } value
            && call.Arguments[1] is SwitchLiteral { Value: false } => value,
        _ => null,
    };

    /// <summary>A list without duplicates that knows where each item is.</summary>
    private sealed class Table<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> _indexes = [];

        public List<T> Items { get; } = [];

        public int Add(T item)
        {
            if (!_indexes.TryGetValue(item, out int index))
            {
                index = Items.Count;
                _indexes.Add(item, index);
                Items.Add(item);
            }

            return index;
        }
    }
}
