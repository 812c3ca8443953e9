using S3Gen.Generator.Model;

namespace S3Gen.Generator.Rules;

/// <summary>Reads the endpoint rules of a service. Where it has both forms the tree counts: the diagram is made of it.</summary>
internal static class EndpointRulesReader
{
    /// <summary>The rules; null where the service has none, or where they are faulty.</summary>
    public static EndpointRuleSet? Read(Shape service, RuleFaults faults) =>
        service.Traits.Has(TraitIds.EndpointRuleSet) ? new RuleTreeReader(faults).Read(RuleNode.OfTrait(service, TraitIds.EndpointRuleSet))
        : service.Traits.Has(TraitIds.EndpointBdd) ? new DecisionDiagramReader(faults).Read(RuleNode.OfTrait(service, TraitIds.EndpointBdd))
        : null;
}
