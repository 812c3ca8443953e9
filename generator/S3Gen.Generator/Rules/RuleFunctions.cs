namespace S3Gen.Generator.Rules;

/// <summary>The functions of the rules that have one signature; those that take any type are read by <see cref="ExpressionReader"/>.</summary>
internal static class RuleFunctions
{
    private static readonly Dictionary<string, RuleFunction> ByName = new RuleFunction[]
    {
        new("booleanEquals", RuleKind.Switch, RuleKind.Switch, RuleKind.Switch),
        new("stringEquals", RuleKind.Switch, RuleKind.Text, RuleKind.Text),
        new("not", RuleKind.Switch, RuleKind.Switch),
        new("substring", RuleKind.Text, RuleKind.Text, RuleKind.Number, RuleKind.Number, RuleKind.Switch),
        new("split", RuleKind.List, RuleKind.Text, RuleKind.Text, RuleKind.Number),
        new("uriEncode", RuleKind.Text, RuleKind.Text),
        new("parseURL", RuleKind.Url, RuleKind.Text),
        new("isValidHostLabel", RuleKind.Switch, RuleKind.Text, RuleKind.Switch),
        new("aws.isVirtualHostableS3Bucket", RuleKind.Switch, RuleKind.Text, RuleKind.Switch),
        new("aws.parseArn", RuleKind.Arn, RuleKind.Text),
        new("aws.partition", RuleKind.Partition, RuleKind.Text),
    }.ToDictionary(function => function.Name);

    private static readonly Dictionary<(RuleKind Owner, string Name), RuleKind> Attributes = new()
    {
        [(RuleKind.Url, "scheme")] = RuleKind.Text,
        [(RuleKind.Url, "authority")] = RuleKind.Text,
        [(RuleKind.Url, "path")] = RuleKind.Text,
        [(RuleKind.Url, "normalizedPath")] = RuleKind.Text,
        [(RuleKind.Url, "isIp")] = RuleKind.Switch,
        [(RuleKind.Arn, "partition")] = RuleKind.Text,
        [(RuleKind.Arn, "service")] = RuleKind.Text,
        [(RuleKind.Arn, "region")] = RuleKind.Text,
        [(RuleKind.Arn, "accountId")] = RuleKind.Text,
        [(RuleKind.Arn, "resourceId")] = RuleKind.List,
        [(RuleKind.Partition, "name")] = RuleKind.Text,
        [(RuleKind.Partition, "dnsSuffix")] = RuleKind.Text,
        [(RuleKind.Partition, "dualStackDnsSuffix")] = RuleKind.Text,
        [(RuleKind.Partition, "implicitGlobalRegion")] = RuleKind.Text,
        [(RuleKind.Partition, "supportsFIPS")] = RuleKind.Switch,
        [(RuleKind.Partition, "supportsDualStack")] = RuleKind.Switch,
    };

    public static RuleFunction? Find(string name) => ByName.TryGetValue(name, out RuleFunction? function) ? function : null;

    public static RuleKind? AttributeOf(RuleKind owner, string name) => Attributes.TryGetValue((owner, name), out RuleKind kind) ? kind : null;
}

internal sealed record RuleFunction(string Name, RuleKind Result, params RuleKind[] Arguments);
