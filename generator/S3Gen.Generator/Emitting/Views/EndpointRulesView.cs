using S3Gen.Generator.Binding;
using S3Gen.Generator.Emitting.Rules;

namespace S3Gen.Generator.Emitting.Views;

/// <summary>The endpoint rules of a service as their template prints them.</summary>
internal sealed class EndpointRulesView(EndpointRulesBinding binding) : ITemplateView
{
    string ITemplateView.Template => "endpointrules";

    public string Prefix => binding.Target.ServicePrefix;

    public string Title => XmlDoc.Escape(binding.Title);

    public required IReadOnlyList<RuleParameterView> Parameters { get; init; }

    public IReadOnlyList<RuleSlotView> Slots => [.. binding.Slots.Select(slot => new RuleSlotView(RuleCode.SlotName(slot.Parameter), slot.Slot))];

    /// <summary>Where each parameter that is read comes from.</summary>
    public required IReadOnlyList<string> Bindings { get; init; }

    /// <summary>Parameters without which there is no endpoint.</summary>
    public required IReadOnlyList<string> Required { get; init; }

    /// <summary>Fields that keep what conditions find out.</summary>
    public IReadOnlyList<string> Variables =>
        [.. binding.Rules.Variables.Select(variable => $"private {RuleCode.VariableType(variable.Kind)} {RuleCode.FieldName(variable)};")];

    /// <summary>Arms of the switch over conditions.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>The smallest type that numbers every node.</summary>
    public string NodeType => binding.Rules.Nodes.Count < short.MaxValue ? "short" : "int";

    /// <summary>Lines of the graph.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    public int Root => binding.Rules.Root;

    /// <summary>Arms of the switch over results.</summary>
    public required IReadOnlyList<string> Arms { get; init; }

    /// <summary>Methods that make results.</summary>
    public required IReadOnlyList<string> Methods { get; init; }
}

/// <summary>A parameter of endpoint rules.</summary>
internal sealed record RuleParameterView(string Name, string Type, string Initializer);

/// <summary>The place in which an operation leaves a parameter's value.</summary>
internal sealed record RuleSlotView(string Name, int Slot);
