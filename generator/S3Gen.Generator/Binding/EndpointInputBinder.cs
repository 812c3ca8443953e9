using S3Gen.Generator.Emitting;
using S3Gen.Generator.Model;
using S3Gen.Generator.Naming;
using S3Gen.Generator.Rules;

namespace S3Gen.Generator.Binding;

/// <summary>What an operation gives to the parameters of the endpoint rules: constants, members of its input, and paths into it.</summary>
internal sealed class EndpointInputBinder(ShapeIndex shapes, EndpointRuleSet rules)
{
    /// <summary>The names of all parameters that an operation binds, read by the rules or not.</summary>
    public static IEnumerable<string> BoundParameters(ShapeIndex shapes, Shape operation) =>
        Names(operation.Traits[TraitIds.StaticContextParams])
            .Concat(Names(operation.Traits[TraitIds.OperationContextParams]))
            .Concat(InputOf(shapes, operation).Members.Select(ContextName).OfType<string>());

    /// <summary>The parameter that a member is bound to; null for none.</summary>
    public static string? ContextName(Member member) => member.Traits[TraitIds.ContextParam]?["name"]?.AsString();

    /// <summary>Whether the rules read what the member says.</summary>
    public bool IsRead(Member member) => ContextName(member) is { } name && Find(name) is { IsRead: true };

    /// <summary>The bindings of the parameters that the rules read.</summary>
    public EquatableArray<EndpointInputBinding> Bind(Shape operation) => Bind(operation, []).ToEquatableArray();

    /// <summary>What is wrong with an operation's bindings.</summary>
    public IEnumerable<string> FindFaults(Shape operation)
    {
        List<string> faults = [];
        foreach (string name in BoundParameters(shapes, operation).Where(name => Find(name) is null))
        {
            faults.Add($"it binds the endpoint parameter '{name}', which the service's rules do not declare");
        }

        _ = Bind(operation, faults).Count();
        return faults;
    }

    private static IEnumerable<string> Names(Node? node) => node is ObjectNode map ? map.Properties.Select(property => property.Name) : [];

    private static Shape InputOf(ShapeIndex shapes, Shape operation) => shapes[operation.Input ?? ShapeIndex.Unit];

    private RuleParameter? Find(string name) => rules.Parameters.FirstOrDefault(parameter => parameter.Name == name);

    /// <summary>Constants win over members, and these over paths.</summary>
    private IEnumerable<EndpointInputBinding> Bind(Shape operation, List<string> faults)
    {
        Shape input = InputOf(shapes, operation);
        foreach (RuleParameter parameter in rules.Parameters.Where(parameter => parameter.IsRead))
        {
            string? expression = operation.Traits[TraitIds.StaticContextParams]?[parameter.Name]?["value"] is { } constant
                ? Constant(constant, parameter, faults)
                : input.Members.FirstOrDefault(member => ContextName(member) == parameter.Name) is { } member
                ? Value(operation, member, parameter, faults)
                : operation.Traits[TraitIds.OperationContextParams]?[parameter.Name]?["path"]?.AsString() is { } path
                ? Path(operation, input, path, parameter, faults)
                : null;
            if (expression is not null)
            {
                yield return new EndpointInputBinding(parameter.Name, parameter.Kind, expression);
            }
        }
    }

    private static string? Constant(Node value, RuleParameter parameter, List<string> faults)
    {
        string? code = (parameter.Kind, value) switch
        {
            (RuleKind.Text, StringNode text) => CSharpLiteral.Text(text.Value),
            (RuleKind.Switch, BooleanNode boolean) => CSharpLiteral.Bool(boolean.Value),
            (RuleKind.List, ArrayNode) => $"[{string.Join(", ", value.Strings().Select(CSharpLiteral.Text))}]",
            _ => null,
        };
        if (code is null)
        {
            faults.Add($"the constant for the endpoint parameter '{parameter.Name}' does not have its type");
        }

        return code;
    }

    private string? Value(Shape operation, Member member, RuleParameter parameter, List<string> faults)
    {
        Shape target = shapes[member.Target];
        string access = "request." + CSharpNames.Property(member.Name, operation.Name + "Request", []);
        string nullable = member.Traits.Has(TraitIds.Required) ? string.Empty : "?";
        string? code = (parameter.Kind, target.Type) switch
        {
            (RuleKind.Text, ShapeType.String) or (RuleKind.Switch, ShapeType.Boolean) or (RuleKind.List, ShapeType.List) => access,
            (RuleKind.Text, ShapeType.Enum) => $"{access}{nullable}.Value",
            _ => null,
        };
        if (code is null)
        {
            faults.Add($"the member '{member.Name}' does not have the type of the endpoint parameter '{parameter.Name}'");
        }

        return code;
    }

    private string? Path(Shape operation, Shape input, string path, RuleParameter parameter, List<string> faults)
    {
        if (new InputPath(shapes).ToExpression(input, operation.Name + "Request", path, parameter.Kind) is { } expression)
        {
            return expression;
        }

        faults.Add($"the path '{path}' of the endpoint parameter '{parameter.Name}' does not lead to values of its type, or is not supported");
        return null;
    }
}
