namespace S3Gen.Generator.Rules;

/// <summary>The types of the language of endpoint rules.</summary>
internal enum RuleKind
{
    Text,
    Switch,
    Number,
    List,
    Url,
    Arn,
    Partition,
}
