namespace S3Gen.Generator.Rules;

/// <summary>Reads a tree of rules (<c>smithy.rules#endpointRuleSet</c>) into a decision graph.</summary>
/// <remarks>Rules are tried in order; once the conditions of a tree hold, only its own rules are tried any more.</remarks>
internal sealed class RuleTreeReader(RuleFaults faults)
{
    private readonly GraphBuilder _graph = new();
    private readonly ExpressionReader _expressions = new(faults);

    public EndpointRuleSet? Read(RuleNode trait)
    {
        Dictionary<string, RuleParameter> parameters = new ParameterReader(faults).Read(trait["parameters"]);
        int root = ReadRules(trait["rules"], new RuleScope(parameters));
        return faults.Items.Count > 0 ? null : _graph.Build(parameters.Values, root);
    }

    private int ReadRules(RuleNode rules, RuleScope scope)
    {
        if (rules.Items.Count == 0)
        {
            faults.Add(rules, "there has to be at least one rule");
        }

        int next = GraphBuilder.NoMatch;
        foreach (RuleNode rule in rules.Items.Reverse())
        {
            next = ReadRule(rule, scope.Nested(), next);
        }

        return next;
    }

    private int ReadRule(RuleNode rule, RuleScope scope, int next)
    {
        ConditionReader reader = new(_expressions, _graph);
        List<RuleCondition?> conditions = [.. rule["conditions"].Items.Select(condition => reader.Read(condition, scope))];
        int target = rule["type"].Text == "tree" ? ReadRules(rule["rules"], scope)
            : new ResultReader(_expressions, faults).Read(rule, scope) is { } result ? _graph.Result(result)
            : GraphBuilder.NoMatch;
        for (int i = conditions.Count - 1; i >= 0; i--)
        {
            target = conditions[i] is { } condition ? _graph.Node(condition, target, next) : target;
        }

        return target;
    }
}
