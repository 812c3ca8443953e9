using S3Gen.Generator.Model;

namespace S3Gen.Generator.Rules;

/// <summary>An expression of the rules whose types were checked. Equality is by value, so equal conditions become one.</summary>
internal abstract record RuleExpression(RuleKind Kind);

/// <summary>A text with values in it; a literal is one part.</summary>
internal sealed record TextTemplate(EquatableArray<TemplatePart> Parts) : RuleExpression(RuleKind.Text)
{
    /// <summary>The text if nothing is to be filled in, else null.</summary>
    public string? Literal => Parts.All(part => part.Value is null) ? string.Concat(Parts.Select(part => part.Text)) : null;
}

/// <summary>Literal text, or a value to fill in.</summary>
internal sealed record TemplatePart(string? Text, RuleExpression? Value);

internal sealed record SwitchLiteral(bool Value) : RuleExpression(RuleKind.Switch);

internal sealed record NumberLiteral(int Value) : RuleExpression(RuleKind.Number);

/// <summary>A parameter; one that is optional may have no value.</summary>
internal sealed record ParameterReference(string Name, RuleKind Kind, bool IsOptional) : RuleExpression(Kind);

/// <summary>What a condition assigned before.</summary>
internal sealed record VariableReference(string Name, RuleKind Kind) : RuleExpression(Kind);

/// <summary>A part of a URL, an ARN or a partition by its name in the rules.</summary>
internal sealed record AttributeAccess(RuleExpression Target, string Attribute, RuleKind Kind) : RuleExpression(Kind);

/// <summary>An element of a list; a negative index counts from the end.</summary>
internal sealed record ElementAccess(RuleExpression Target, int Index) : RuleExpression(RuleKind.Text);

internal sealed record RuleCall(string Function, EquatableArray<RuleExpression> Arguments, RuleKind Kind) : RuleExpression(Kind);
