using System.Globalization;
using System.Text;
using S3Gen.Generator.Naming;
using S3Gen.Generator.Rules;

namespace S3Gen.Generator.Emitting.Rules;

/// <summary>Expressions of the endpoint rules as C#, within the struct that decides.</summary>
internal static class RuleCode
{
    /// <summary>The field that holds the parameters.</summary>
    private const string Given = "_given.";

    private const string Functions = "EndpointFunctions.";

    /// <summary>The constant that names the slot of a parameter.</summary>
    public static string SlotName(string parameter) => CSharpNames.Pascal(parameter) + "Slot";

    public static string FieldName(VariableReference variable) =>
        "_" + new string([.. variable.Name.TrimStart('_').Select(c => char.IsLetterOrDigit(c) ? c : '_')]);

    /// <summary>The type of a variable.</summary>
    public static string VariableType(RuleKind kind) => kind switch
    {
        RuleKind.Switch => "bool",
        RuleKind.Number => "int",
        _ => "Rule" + kind,
    };

    /// <summary>The type of a parameter that may have no value.</summary>
    public static string ParameterType(RuleKind kind) => kind switch
    {
        RuleKind.Switch => "bool?",
        RuleKind.List => "IReadOnlyList<string>?",
        _ => "string?",
    };

    /// <summary>A condition as a boolean expression that keeps its value where it is assigned.</summary>
    public static string Condition(RuleCondition condition)
    {
        if (condition.Assigned is { } variable)
        {
            string assignment = $"({FieldName(variable)} = {Value(condition.Expression)})";
            return variable.Kind switch
            {
                RuleKind.Switch => assignment,
                RuleKind.Number => $"{assignment} is var _",
                _ => assignment + ".IsSet",
            };
        }

        return condition.Expression.Kind == RuleKind.Switch ? Switch(condition.Expression) : IsSet(condition.Expression);
    }

    /// <summary>An expression whose type is that of a variable of its kind, or converts to it.</summary>
    public static string Value(RuleExpression expression) => expression switch
    {
        { Kind: RuleKind.Switch } => Switch(expression),
        NumberLiteral number => number.Value.ToString(CultureInfo.InvariantCulture),
        TextTemplate template => Text(template),
        ParameterReference { Kind: RuleKind.List } parameter => $"RuleList.Of({Parameter(parameter)})",
        ParameterReference parameter => Parameter(parameter),
        VariableReference variable => FieldName(variable),
        AttributeAccess access => $"{Value(access.Target)}.{AttributeName(access.Attribute)}",
        ElementAccess element => $"{Value(element.Target)}[{element.Index.ToString(CultureInfo.InvariantCulture)}]",
        RuleCall call => Call(call),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.ToString()),
    };

    /// <summary>A text as a literal or an interpolated string.</summary>
    public static string Text(RuleExpression expression)
    {
        if (expression is not TextTemplate template)
        {
            return expression is ParameterReference ? $"({Value(expression)} ?? \"\")" : $"{Value(expression)}.ToString()";
        }

        if (template.Literal is { } literal)
        {
            return CSharpLiteral.Text(literal);
        }

        StringBuilder code = new("$\"");
        foreach (TemplatePart part in template.Parts)
        {
            string text = part.Value is { } value ? Value(value) : CSharpLiteral.Text(part.Text!.Replace("{", "{{").Replace("}", "}}"));
            _ = part.Value is null ? code.Append(text, 1, text.Length - 2) : code.Append('{').Append(text).Append('}');
        }

        return code.Append('"').ToString();
    }

    private static string Call(RuleCall call)
    {
        string[] arguments = [.. call.Arguments.Select(Value)];
        return call.Function switch
        {
            "ite" => $"({arguments[0]} ? {Converted(call.Arguments[1])} : {Converted(call.Arguments[2])})",
            "coalesce" => Coalesce(call),
            "split" => $"{Functions}Split({arguments[0]}, {Text(call.Arguments[1])}, {arguments[2]})",
            _ => $"{Functions}{FunctionName(call.Function)}({string.Join(", ", arguments)})",
        };
    }

    /// <summary>Two strings make a string; where one side is a slice, both have to be.</summary>
    private static string Converted(RuleExpression expression) =>
        expression is ParameterReference { Kind: RuleKind.Text } ? $"RuleText.FromString({Value(expression)})" : Value(expression);

    private static string Coalesce(RuleCall call)
    {
        string code = Value(call.Arguments[call.Arguments.Count - 1]);
        for (int i = call.Arguments.Count - 2; i >= 0; i--)
        {
            string first = Value(call.Arguments[i]);
            code = call.Kind == RuleKind.Text ? $"{Functions}Coalesce({first}, {code})" : $"({first} is {{ IsSet: true }} value{i} ? value{i} : {code})";
        }

        return code;
    }

    private static string FunctionName(string function) => function switch
    {
        "parseURL" => "ParseUrl",
        "aws.partition" => "FindPartition",
        _ => CSharpNames.Pascal(function.Substring(function.LastIndexOf('.') + 1)),
    };

    private static string AttributeName(string attribute) => attribute == "supportsFIPS" ? "SupportsFips" : CSharpNames.Pascal(attribute);

    private static string Parameter(ParameterReference parameter) => Given + CSharpNames.Pascal(parameter.Name);

    private static string IsSet(RuleExpression expression) => expression switch
    {
        ParameterReference parameter => $"{Parameter(parameter)} is not null",
        TextTemplate or NumberLiteral or SwitchLiteral => "true",
        { Kind: RuleKind.Switch } => NullableSwitch(expression) is { IsNullable: true } value ? $"{value.Code} is not null" : "true",
        RuleCall { Function: "ite", Kind: RuleKind.Text } => $"((RuleText){Value(expression)}).IsSet",
        _ => $"{Value(expression)}.IsSet",
    };

    /// <summary>A boolean; what is not there is false.</summary>
    private static string Switch(RuleExpression expression)
    {
        (string code, bool isNullable) = NullableSwitch(expression);
        return isNullable ? $"({code} is true)" : code;
    }

    private static (string Code, bool IsNullable) NullableSwitch(RuleExpression expression) => expression switch
    {
        SwitchLiteral literal => (CSharpLiteral.Bool(literal.Value), false),
        ParameterReference parameter => (Parameter(parameter), parameter.IsOptional),
        VariableReference variable => (FieldName(variable), false),
        AttributeAccess access => ($"{Value(access.Target)}.{AttributeName(access.Attribute)}", false),
        RuleCall { Function: "isSet" } call => ($"({IsSet(call.Arguments[0])})", false),
        RuleCall { Function: "not" } call => ($"!{Switch(call.Arguments[0])}", false),
        RuleCall { Function: "booleanEquals" } call => (BooleanEquals(call.Arguments[0], call.Arguments[1]), false),
        RuleCall { Function: "coalesce" } call => CoalesceSwitch(call),
        RuleCall { Function: "ite" } call => ($"({Switch(call.Arguments[0])} ? {Switch(call.Arguments[1])} : {Switch(call.Arguments[2])})", false),
        RuleCall call => (Call(call), false),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.ToString()),
    };

    private static string BooleanEquals(RuleExpression left, RuleExpression right)
    {
        (string code, bool isNullable) = NullableSwitch(left);
        return right is SwitchLiteral literal
            ? isNullable ? $"({code} is {CSharpLiteral.Bool(literal.Value)})" : literal.Value ? code : "!" + code
            : $"{Functions}BooleanEquals({code}, {NullableSwitch(right).Code})";
    }

    private static (string Code, bool IsNullable) CoalesceSwitch(RuleCall call)
    {
        (string code, bool isNullable) = NullableSwitch(call.Arguments[call.Arguments.Count - 1]);
        for (int i = call.Arguments.Count - 2; i >= 0; i--)
        {
            (string first, bool mayBeNull) = NullableSwitch(call.Arguments[i]);
            (code, isNullable) = mayBeNull ? ($"({first} ?? {code})", isNullable) : (first, false);
        }

        return (code, isNullable);
    }
}
