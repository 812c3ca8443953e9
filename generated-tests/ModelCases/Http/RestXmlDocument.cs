using System.Xml.Linq;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.ModelCases.Http;

/// <summary>Writes values as XML by the rules of restXml, for requests and responses alike.</summary>
/// <seealso href="https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html"/>
public static class RestXmlDocument
{
    /// <summary>A structure or a union as an element; its descendants are in its namespace where they have none of their own.</summary>
    public static XElement Structure(XName name, StructureValue value, Shape shape)
    {
        XElement element = new(name);
        Fill(element, value, shape.Members);
        return element;
    }

    /// <summary>Writes the members that the value has, in the order of the model.</summary>
    public static void Fill(XElement element, StructureValue value, IEnumerable<Member> members)
    {
        foreach (Member member in members)
        {
            if (value[member.Name] is { } memberValue and not NullValue)
            {
                AddMember(element, memberValue, member);
            }
        }
    }

    /// <summary>Declares the namespace that a trait gives: as a prefix where it has one, else as that of the name.</summary>
    public static XElement Declare(XName name, TraitSet traits)
    {
        if (traits.Field(Traits.XmlNamespace, "uri")?.GetString() is not { } uri)
        {
            return new XElement(name);
        }

        return traits.Field(Traits.XmlNamespace, "prefix")?.GetString() is { } prefix
            ? new XElement(name, new XAttribute(XNamespace.Xmlns + prefix, uri))
            : new XElement((XNamespace)uri + name.LocalName);
    }

    private static void AddMember(XElement parent, Value value, Member member)
    {
        if (member.Traits.Has(Traits.XmlAttribute))
        {
            parent.Add(new XAttribute(AttributeName(parent, member.XmlName), WireText.Of(value, member, WireText.DateTime)));
            return;
        }

        if (member.Traits.Has(Traits.XmlFlattened))
        {
            AddEntries(parent, value, member.Target, member.XmlName, member.Traits);
            return;
        }

        parent.Add(Element(parent, member.XmlName, value, member));
    }

    /// <summary>An element of a member of a structure, a list or a map.</summary>
    private static XElement Element(XElement parent, string name, Value value, Member member)
    {
        TraitSet namespaces = member.Traits.Has(Traits.XmlNamespace) || !member.Target.IsStructure ? member.Traits : member.Target.Traits;
        XElement element = Declare(parent.Name.Namespace + name, namespaces);
        switch (value)
        {
            case StructureValue structure:
                Fill(element, structure, member.Target.Members);
                break;
            case ListValue or MapValue:
                AddEntries(element, value, member.Target, member.Target.Type == ShapeType.List ? member.Target.Element.XmlName : "entry", new TraitSet());
                break;
            default:
                element.Value = WireText.Of(value, member, WireText.DateTime);
                break;
        }

        return element;
    }

    private static void AddEntries(XElement parent, Value value, Shape shape, string name, TraitSet traits)
    {
        if (value is ListValue list)
        {
            parent.Add(list.Items.Select(item => Element(parent, name, item, shape.Element)));
            return;
        }

        foreach ((string key, Value entry) in ((MapValue)value).Entries)
        {
            XElement element = Declare(parent.Name.Namespace + name, traits);
            element.Add(Element(element, shape.Members[0].XmlName, new TextValue(key), shape.Members[0]));
            element.Add(Element(element, shape.Element.XmlName, entry, shape.Element));
            parent.Add(element);
        }
    }

    /// <summary>A prefixed attribute's namespace is the one that the element declares for the prefix.</summary>
    private static XName AttributeName(XElement element, string name) =>
        name.Split(':') is [string prefix, string local]
            ? element.GetNamespaceOfPrefix(prefix)! + local
            : name;
}
