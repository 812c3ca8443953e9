using S3Gen.Generator.Model;
using S3Gen.Generator.Rules;

namespace S3Gen.Generator.Binding;

/// <summary>The file of a service's endpoint rules.</summary>
internal sealed record EndpointRulesBinding : FileBinding
{
    public required string Title { get; init; }

    public required EndpointRuleSet Rules { get; init; }

    /// <summary>The parameters that operations can give, each with its slot.</summary>
    public required EquatableArray<EndpointSlotBinding> Slots { get; init; }

    /// <summary>Where the client's configuration gives a parameter: its name, and an expression over <c>parameters</c>.</summary>
    public required EquatableArray<EndpointSettingBinding> Settings { get; init; }
}

internal sealed record EndpointSlotBinding(string Parameter, RuleKind Kind, int Slot);

internal sealed record EndpointSettingBinding(string Parameter, string Expression);

/// <summary>An option that the generated options class has for a parameter of the rules.</summary>
internal sealed record EndpointOptionBinding(string Property, RuleKind Kind, string? Documentation);

/// <summary>What an operation gives to a parameter of the rules: an expression over <c>request</c>.</summary>
internal sealed record EndpointInputBinding(string Parameter, RuleKind Kind, string Expression);
