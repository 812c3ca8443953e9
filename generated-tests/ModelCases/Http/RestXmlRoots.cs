using System.Xml.Linq;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.ModelCases.Http;

/// <summary>The root elements of bodies. One without a namespace of its own has that of the service.</summary>
public sealed class RestXmlRoots(ServiceModel model)
{
    /// <summary>The body of a member that is the payload: named by the member's trait, the target's, or the target.</summary>
    public XElement Payload(Member payload, StructureValue value)
    {
        TraitSet namespaces = payload.Traits.Has(Traits.XmlNamespace) ? payload.Traits : payload.Target.Traits;
        XElement root = Named(payload.Text(Traits.XmlName) ?? payload.Target.Name, namespaces);
        RestXmlDocument.Fill(root, value, payload.Target.Members);
        return root;
    }

    /// <summary>The body of an input or output whose members are children of the root.</summary>
    public XElement Message(Shape message, StructureValue value, IEnumerable<Member> members)
    {
        XElement root = Named(message.Traits.Text(Traits.XmlName) ?? message.Name, message.Traits);
        RestXmlDocument.Fill(root, value, members);
        return root;
    }

    public XElement Named(string name, TraitSet traits) =>
        RestXmlDocument.Declare(name, traits.Has(Traits.XmlNamespace) ? traits : model.Service);
}
