using S3Gen.Generator.Model;

namespace S3Gen.Generator.Rules;

/// <summary>Reads the parameters that rules declare.</summary>
internal sealed class ParameterReader(RuleFaults faults)
{
    private static readonly HashSet<string> BuiltIns =
    [
        "AWS::Region", "AWS::UseFIPS", "AWS::UseDualStack", "SDK::Endpoint", "AWS::Auth::AccountId", "AWS::Auth::AccountIdEndpointMode",
        "AWS::Auth::CredentialScope", "AWS::S3::Accelerate", "AWS::S3::ForcePathStyle", "AWS::S3::UseGlobalEndpoint", "AWS::S3::UseArnRegion",
        "AWS::S3::DisableMultiRegionAccessPoints", "AWS::S3::DisableS3ExpressSessionAuth", "AWS::S3Control::UseArnRegion", "AWS::STS::UseGlobalEndpoint",
    ];

    public Dictionary<string, RuleParameter> Read(RuleNode parameters)
    {
        Dictionary<string, RuleParameter> read = [];
        foreach (RuleNode node in parameters.Properties)
        {
            if (KindOf(node["type"]) is { } kind)
            {
                read[node.Name] = new RuleParameter(node.Name, kind)
                {
                    IsRequired = node["required"].Value?.IsTrue ?? false,
                    Default = node["default"].IsThere ? DefaultOf(node["default"], kind) : null,
                    BuiltIn = BuiltInOf(node["builtIn"]),
                };
            }
        }

        return read;
    }

    private RuleKind? KindOf(RuleNode type)
    {
        switch (type.Text?.ToLowerInvariant())
        {
            case "string":
                return RuleKind.Text;
            case "boolean":
                return RuleKind.Switch;
            case "stringarray":
                return RuleKind.List;
            default:
                faults.Add(type, "a parameter is a 'string', a 'boolean' or a 'stringArray'");
                return null;
        }
    }

    private DocumentValue? DefaultOf(RuleNode node, RuleKind kind)
    {
        switch (node.Value)
        {
            case StringNode text when kind == RuleKind.Text:
                return LiteralOf(text.Value);
            case BooleanNode boolean when kind == RuleKind.Switch:
                return new DocumentSwitch(boolean.Value);
            case ArrayNode when kind == RuleKind.List:
                return new DocumentList(node.Value.Strings().Select(LiteralOf).ToEquatableArray());
            default:
                faults.Add(node, "the default does not have the parameter's type");
                return null;
        }
    }

    private string? BuiltInOf(RuleNode node)
    {
        if (node.Text is { } name && !BuiltIns.Contains(name))
        {
            faults.Add(node, $"the built-in '{name}' is unknown");
        }

        return node.Text;
    }

    private static DocumentValue LiteralOf(string text) => new DocumentText(new TextTemplate(new[] { new TemplatePart(text, null) }.ToEquatableArray()));
}
