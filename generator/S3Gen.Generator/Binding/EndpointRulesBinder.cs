using S3Gen.Generator.Model;
using S3Gen.Generator.Naming;
using S3Gen.Generator.Rules;

namespace S3Gen.Generator.Binding;

/// <summary>Where the parameters of a service's endpoint rules get their values from.</summary>
internal static class EndpointRulesBinder
{
    /// <summary>Expressions for built-ins, and for the client's parameters that say the same in other words.</summary>
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["AWS::Region"] = "parameters.Region",
        ["AWS::UseFIPS"] = "parameters.UseFips",
        ["AWS::UseDualStack"] = "parameters.UseDualStack",
        ["SDK::Endpoint"] = "EndpointBuiltIns.Endpoint(parameters)",
        ["AWS::S3::Accelerate"] = "parameters.UseAccelerate",
        ["AWS::S3::ForcePathStyle"] = "EndpointBuiltIns.ForcePathStyle(parameters)",
        ["AWS::S3::UseGlobalEndpoint"] = "parameters.UseUsEast1GlobalEndpoint",
        ["AWS::STS::UseGlobalEndpoint"] = "parameters.UseUsEast1GlobalEndpoint",
        ["AWS::S3::UseArnRegion"] = "parameters.UseArnRegion",
        ["AWS::S3Control::UseArnRegion"] = "parameters.UseArnRegion",
        ["AWS::S3::DisableMultiRegionAccessPoints"] = "parameters.DisableMultiRegionAccessPoints",
        ["AWS::S3::DisableS3ExpressSessionAuth"] = "parameters.DisableS3ExpressSessionAuth",
        ["ForcePathStyle"] = "EndpointBuiltIns.ForcePathStyle(parameters)",
        ["UseArnRegion"] = "parameters.UseArnRegion",
        ["DisableMultiRegionAccessPoints"] = "parameters.DisableMultiRegionAccessPoints",
        ["Accelerate"] = "parameters.UseAccelerate",
        ["DisableS3ExpressSessionAuth"] = "parameters.DisableS3ExpressSessionAuth",
    };

    public static EndpointRulesBinding? Bind(BindingContext context)
    {
        if (context.EndpointRules is not { } rules)
        {
            return null;
        }

        HashSet<string> bound = [.. context.Operations.SelectMany(operation => EndpointInputBinder.BoundParameters(context.Shapes, operation))];
        return new EndpointRulesBinding
        {
            Target = context.Target,
            FileName = context.Target.ServicePrefix + "EndpointRules",
            ShapeId = context.Model.Service.Id,
            Title = context.Model.Service.Traits.Text(TraitIds.Title) ?? context.ServiceName,
            Rules = rules,
            Slots = BindSlots(rules, bound).ToEquatableArray(),
            Settings = BindSettings(context, rules).ToEquatableArray(),
        };
    }

    /// <summary>Parameters of the client that no option of every client stands for.</summary>
    public static EquatableArray<EndpointOptionBinding> BindOptions(BindingContext context) =>
        OwnOptions(context).Select(parameter => new EndpointOptionBinding(
            CSharpNames.Pascal(parameter.Name), parameter.Kind, context.Model.Service.Traits[TraitIds.ClientContextParams]?[parameter.Name]?["documentation"]?.AsString()))
            .ToEquatableArray();

    private static IEnumerable<RuleParameter> OwnOptions(BindingContext context)
    {
        Node? options = context.Model.Service.Traits[TraitIds.ClientContextParams];
        return context.EndpointRules is not { } rules ? []
            : rules.Parameters.Where(parameter => parameter.IsRead && options?[parameter.Name] is not null
                && parameter.BuiltIn is null && !Settings.ContainsKey(parameter.Name));
    }

    // Slots of what only operations give come first: they are the few that are kept inline.
    private static IEnumerable<EndpointSlotBinding> BindSlots(EndpointRuleSet rules, HashSet<string> bound)
    {
        Dictionary<RuleKind, int> next = [];
        foreach (RuleParameter parameter in rules.Parameters.Where(parameter => parameter.IsRead).OrderBy(parameter => parameter.BuiltIn is not null))
        {
            if (parameter.BuiltIn is null || bound.Contains(parameter.Name))
            {
                next.TryGetValue(parameter.Kind, out int slot);
                next[parameter.Kind] = slot + 1;
                yield return new EndpointSlotBinding(parameter.Name, parameter.Kind, slot);
            }
        }
    }

    private static IEnumerable<EndpointSettingBinding> BindSettings(BindingContext context, EndpointRuleSet rules)
    {
        Node? options = context.Model.Service.Traits[TraitIds.ClientContextParams];
        HashSet<string> own = [.. OwnOptions(context).Select(parameter => parameter.Name)];
        foreach (RuleParameter parameter in rules.Parameters.Where(parameter => parameter.IsRead))
        {
            string? key = parameter.BuiltIn ?? (options?[parameter.Name] is null ? null : parameter.Name);
            if (own.Contains(parameter.Name))
            {
                yield return new EndpointSettingBinding(
                    parameter.Name, $"(parameters.Options as {context.Target.ClientName}Options)?.{CSharpNames.Pascal(parameter.Name)}");
            }
            else if (key is not null && Settings.TryGetValue(key, out string? expression))
            {
                yield return new EndpointSettingBinding(parameter.Name, expression);
            }
        }
    }
}
