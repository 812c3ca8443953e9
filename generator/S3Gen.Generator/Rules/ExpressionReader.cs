using System.Globalization;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Rules;

/// <summary>Reads expressions and checks their types. What is wrong is a fault, and no expression.</summary>
internal sealed class ExpressionReader(RuleFaults faults)
{
    /// <summary>An expression of a certain type.</summary>
    public RuleExpression? Read(RuleNode node, RuleScope scope, RuleKind expected)
    {
        if (Read(node, scope) is not { } expression)
        {
            return null;
        }

        if (expression.Kind == expected)
        {
            return expression;
        }

        faults.Add(node, $"a {Name(expected)} is expected here, and this is a {Name(expression.Kind)}");
        return null;
    }

    public RuleExpression? Read(RuleNode node, RuleScope scope)
    {
        switch (node.Value)
        {
            case StringNode text:
                return new TemplateReader(this, faults).Read(node, text.Value, scope);
            case BooleanNode boolean:
                return new SwitchLiteral(boolean.Value);
            case NumberNode number when int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value):
                return new NumberLiteral(value);
            case ObjectNode when node["ref"].Text is { } name:
                return Resolve(node["ref"], name, scope);
            case ObjectNode when node["fn"].IsThere:
                return ReadCall(node, scope);
            default:
                faults.Add(node, "a text, a boolean, an integer, a reference or a function is expected here");
                return null;
        }
    }

    /// <summary>What a name refers to.</summary>
    public RuleExpression? Resolve(RuleNode node, string name, RuleScope scope)
    {
        RuleExpression? found = scope.Find(name);
        if (found is null)
        {
            faults.Add(node, $"'{name}' is neither a parameter nor assigned by a condition before");
        }

        return found;
    }

    /// <summary>Follows a path such as <c>resourceId[1]</c> into a value.</summary>
    public RuleExpression? Follow(RuleNode node, RuleExpression target, string path)
    {
        RuleExpression? current = target;
        foreach (string part in path.Split('.'))
        {
            int bracket = part.IndexOf('[');
            string key = bracket < 0 ? part : part.Substring(0, bracket);
            current = key.Length == 0 ? current : Attribute(node, current, key);
            if (bracket >= 0 && current is not null)
            {
                current = Element(node, current, part.Substring(bracket));
            }

            if (current is null)
            {
                return null;
            }
        }

        return current;
    }

    private AttributeAccess? Attribute(RuleNode node, RuleExpression target, string name)
    {
        if (RuleFunctions.AttributeOf(target.Kind, name) is { } kind)
        {
            return new AttributeAccess(target, name, kind);
        }

        faults.Add(node, $"a {Name(target.Kind)} has no part '{name}'");
        return null;
    }

    private ElementAccess? Element(RuleNode node, RuleExpression target, string index)
    {
        bool isIndex = index.EndsWith("]", StringComparison.Ordinal);
        if (isIndex && int.TryParse(index.Substring(1, index.Length - 2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int position)
            && target.Kind == RuleKind.List)
        {
            return new ElementAccess(target, position);
        }

        faults.Add(node, $"'{index}' does not name an element of a {Name(target.Kind)}");
        return null;
    }

    private RuleExpression? ReadCall(RuleNode node, RuleScope scope)
    {
        string function = node["fn"].Text ?? string.Empty;
        IReadOnlyList<RuleNode> arguments = node["argv"].Items;
        return function switch
        {
            "isSet" when Count(node, arguments, 1) => Call(function, RuleKind.Switch, [Read(arguments[0], scope)]),
            "getAttr" when Count(node, arguments, 2) => ReadAttribute(arguments, scope),
            "ite" when Count(node, arguments, 3) => ReadChoice(arguments, scope),
            "coalesce" when arguments.Count >= 2 || Count(node, arguments, 2) => ReadCoalesce(arguments, scope),
            "isSet" or "getAttr" or "ite" or "coalesce" => null,
            _ => ReadFixed(node, function, arguments, scope),
        };
    }

    private RuleCall? ReadFixed(RuleNode node, string name, IReadOnlyList<RuleNode> arguments, RuleScope scope)
    {
        if (RuleFunctions.Find(name) is not { } function)
        {
            faults.Add(node["fn"], $"the function '{name}' is unknown");
            return null;
        }

        return Count(node, arguments, function.Arguments.Length)
            ? Call(name, function.Result, [.. arguments.Select((argument, i) => Read(argument, scope, function.Arguments[i]))])
            : null;
    }

    private RuleExpression? ReadAttribute(IReadOnlyList<RuleNode> arguments, RuleScope scope)
    {
        if (arguments[1].Text is { } path)
        {
            return Read(arguments[0], scope) is { } target ? Follow(arguments[1], target, path) : null;
        }

        faults.Add(arguments[1], "the path of getAttr has to be a literal text");
        return null;
    }

    private RuleCall? ReadChoice(IReadOnlyList<RuleNode> arguments, RuleScope scope)
    {
        RuleExpression? condition = Read(arguments[0], scope, RuleKind.Switch);
        RuleExpression? chosen = Read(arguments[1], scope);
        return chosen is null ? null : Call("ite", chosen.Kind, [condition, chosen, Read(arguments[2], scope, chosen.Kind)]);
    }

    private RuleCall? ReadCoalesce(IReadOnlyList<RuleNode> arguments, RuleScope scope)
    {
        RuleExpression? first = Read(arguments[0], scope);
        return first is null ? null
            : Call("coalesce", first.Kind, [first, .. arguments.Skip(1).Select(argument => Read(argument, scope, first.Kind))]);
    }

    private static RuleCall? Call(string function, RuleKind kind, RuleExpression?[] arguments) =>
        arguments.Any(argument => argument is null) ? null : new RuleCall(function, arguments.Select(argument => argument!).ToEquatableArray(), kind);

    private bool Count(RuleNode node, IReadOnlyList<RuleNode> arguments, int count)
    {
        if (arguments.Count == count)
        {
            return true;
        }

        faults.Add(node, $"'{node["fn"].Text}' takes {count} arguments, and there are {arguments.Count}");
        return false;
    }

    private static string Name(RuleKind kind) => kind switch
    {
        RuleKind.Text => "text",
        RuleKind.Switch => "boolean",
        RuleKind.Number => "integer",
        RuleKind.List => "list of texts",
        RuleKind.Url => "URL",
        RuleKind.Arn => "ARN",
        _ => "partition",
    };
}
