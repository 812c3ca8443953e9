using S3Gen.Generator.Binding;
using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;
using S3Gen.Generator.Rules;

namespace S3Gen.Generator.Reading;

/// <summary>Checks a service's endpoint rules, and what operations bind to their parameters.</summary>
internal static class EndpointRulesChecker
{
    public static void Check(ServiceModel model, JsonTree tree, DiagnosticBag diagnostics)
    {
        RuleFaults faults = new();
        EndpointRuleSet? rules = EndpointRulesReader.Read(model.Service, faults);
        foreach (RuleFault fault in faults.Items)
        {
            diagnostics.Add(DiagnosticCatalog.InvalidEndpointRules, tree.Path, tree.PositionOfNested(fault.Path), model.Service.Id, fault.Message);
        }

        if (rules is null || diagnostics.HasErrors)
        {
            return;
        }

        ShapeIndex shapes = new(model.Shapes);
        EndpointInputBinder binder = new(shapes, rules);
        foreach (string id in model.Service.Operations)
        {
            foreach (string fault in binder.FindFaults(shapes[id]))
            {
                diagnostics.Add(DiagnosticCatalog.InvalidEndpointParameter, tree.Path, tree.PositionOf("shapes", id), id, fault);
            }
        }
    }
}
