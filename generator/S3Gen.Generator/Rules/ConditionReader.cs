namespace S3Gen.Generator.Rules;

/// <summary>Reads conditions; what one assigns is in scope from then on.</summary>
internal sealed class ConditionReader(ExpressionReader expressions, GraphBuilder graph)
{
    public RuleCondition? Read(RuleNode node, RuleScope scope)
    {
        if (expressions.Read(node, scope) is not { } expression)
        {
            return null;
        }

        VariableReference? assigned = null;
        if (node["assign"].Text is { } name)
        {
            assigned = graph.Variable(name, expression.Kind);
            scope.Declare(name, assigned);
        }

        return new RuleCondition(expression, assigned);
    }
}
