namespace S3Gen.Generator.Rules;

/// <summary>The names that an expression can refer to: all parameters, and what conditions on the way to it assigned.</summary>
internal sealed class RuleScope
{
    private readonly IReadOnlyDictionary<string, RuleParameter> _parameters;
    private readonly RuleScope? _parent;
    private readonly Dictionary<string, VariableReference> _variables = [];

    public RuleScope(IReadOnlyDictionary<string, RuleParameter> parameters) => _parameters = parameters;

    private RuleScope(RuleScope parent)
    {
        _parameters = parent._parameters;
        _parent = parent;
    }

    public RuleScope Nested() => new(this);

    public void Declare(string name, VariableReference variable) => _variables[name] = variable;

    public RuleExpression? Find(string name)
    {
        for (RuleScope? scope = this; scope is not null; scope = scope._parent)
        {
            if (scope._variables.TryGetValue(name, out VariableReference? variable))
            {
                return variable;
            }
        }

        return _parameters.TryGetValue(name, out RuleParameter? parameter)
            ? new ParameterReference(name, parameter.Kind, parameter.Default is null)
            : null;
    }
}
