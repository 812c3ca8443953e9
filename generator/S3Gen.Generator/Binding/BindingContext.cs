using S3Gen.Generator.Model;
using S3Gen.Generator.Naming;
using S3Gen.Generator.Rules;

namespace S3Gen.Generator.Binding;

/// <summary>What all binders share: the shapes, the names of their types, and which way values of them travel.</summary>
internal sealed class BindingContext
{
    public BindingContext(ServiceModel model)
    {
        Model = model;
        Shapes = new ShapeIndex(model.Shapes);
        Usage = new UsageAnalysis(model, Shapes);
        ServiceName = ServiceNameOf(model);
        Target = TargetOf(model);
        EndpointRules = EndpointRulesReader.Read(model.Service, new RuleFaults());
        ServiceNamespace = XmlNamespaces.AttributeText(model.Service.Traits);
    }

    public ServiceModel Model { get; }

    public ShapeIndex Shapes { get; }

    public UsageAnalysis Usage { get; }

    public TargetBinding Target { get; }

    public string ServiceName { get; }

    /// <summary>The service's XML namespace, for root elements that have none of their own; as attribute text.</summary>
    public string ServiceNamespace { get; }

    /// <summary>The service's endpoint rules; null for a model without.</summary>
    public EndpointRuleSet? EndpointRules { get; }

    public IEnumerable<Shape> Operations => Model.Service.Operations.Select(id => Shapes[id]);

    /// <summary>Names that follow from the service and the consumer's settings.</summary>
    public static TargetBinding TargetOf(ServiceModel model)
    {
        string client = model.Settings.ClientName ?? CSharpNames.Pascal(ServiceNameOf(model)) + "Client";
        string prefix = client.Length > 6 && client.EndsWith("Client", StringComparison.Ordinal) ? client.Substring(0, client.Length - 6) : client;
        return new TargetBinding(model.Settings.Namespace, client, prefix, model.Settings.Accessibility) { IsServer = model.Settings.Emit == "server" };
    }

    /// <summary>The C# name of a shape's type: the model's, unless the overlay renames it.</summary>
    public static string TypeName(Shape shape) =>
        ReservedTypeNames.Avoid(CSharpNames.Pascal(shape.Traits[TraitIds.Rename]?["name"]?.AsString() ?? shape.Name));

    public static string ExceptionName(Shape error) =>
        TypeName(error) is var name && name.EndsWith("Exception", StringComparison.Ordinal) ? name : name + "Exception";

    private static string ServiceNameOf(ServiceModel model) =>
        model.Service.Traits[TraitIds.ServiceTrait]?["sdkId"]?.AsString() ?? model.Service.Name;
}
