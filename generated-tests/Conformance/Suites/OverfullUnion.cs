using System.Xml.Linq;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.Conformance.Suites;

/// <summary>
/// Inputs that set several members of a union, which an implementation can write that takes unions for structures. The client has to
/// refuse them; all else of the case is held against the input that keeps the first member of each union.
/// </summary>
internal sealed class OverfullUnion : Contradiction
{
    private readonly Member _payload;
    private readonly Shape _union;

    private OverfullUnion(Member payload, Shape union)
    {
        _payload = payload;
        _union = union;
    }

    protected override string Culprit => _union.Name;

    /// <summary>The contradiction in the input of an operation whose payload is a structure; null if there is none.</summary>
    public static OverfullUnion? Find(OperationShape operation, StructureValue input) =>
        new HttpBinding(operation.Input).Payload is { Target.IsStructure: true } payload
        && input[payload.Name] is StructureValue document
        && Overfull(document, payload.Target).FirstOrDefault() is { } union
            ? new OverfullUnion(payload, union)
            : null;

    public override StructureValue Mend(StructureValue input) =>
        input.With(_payload.Name, Mend((StructureValue)input[_payload.Name]!, _payload.Target, new XElement(_payload.Name)));

    public override WireRequest Mend(WireRequest expected, StructureValue input)
    {
        XElement root = XmlBody.Parse(expected.Body);
        Mend((StructureValue)input[_payload.Name]!, _payload.Target, root);
        return expected with { Body = XmlBody.Write(root) };
    }

    private static IEnumerable<Shape> Overfull(StructureValue value, Shape shape) =>
        (shape.Type == ShapeType.Union && value.Members.Count > 1 ? [shape] : Enumerable.Empty<Shape>())
            .Concat(value.Members.SelectMany(member => Nested(member.Value, shape.FindMember(member.Key)!.Target)));

    private static IEnumerable<Shape> Nested(Value value, Shape shape) => value switch
    {
        StructureValue structure => Overfull(structure, shape),
        ListValue list => list.Items.SelectMany(item => Nested(item, shape.Element.Target)),
        _ => [],
    };

    /// <summary>Leaves each union its first member, in the value and in the element that it was written as.</summary>
    private static StructureValue Mend(StructureValue value, Shape shape, XElement element)
    {
        Member[] set = [.. shape.Members.Where(member => value[member.Name] is not null)];
        Member[] kept = shape.Type == ShapeType.Union ? set[..1] : set;
        foreach (Member dropped in set.Except(kept))
        {
            Children(element, dropped.XmlName).ToList().ForEach(child => child.Remove());
        }

        return new StructureValue([.. kept.Select(member => KeyValuePair.Create(member.Name, MendMember(value[member.Name]!, member, element)))]);
    }

    private static Value MendMember(Value value, Member member, XElement parent)
    {
        XElement[] children = [.. Children(parent, member.XmlName)];
        return value switch
        {
            StructureValue structure => Mend(structure, member.Target, children.FirstOrDefault() ?? new XElement(member.XmlName)),
            ListValue list => MendList(list, member.Target.Element, member.Traits.Has(Traits.XmlFlattened) ? children : [.. children.Elements()]),
            _ => value,
        };
    }

    private static ListValue MendList(ListValue list, Member element, XElement[] items) => new(
        [.. list.Items.Select((item, index) => item is StructureValue structure ? Mend(structure, element.Target, items.ElementAtOrDefault(index) ?? new XElement(element.XmlName)) : item)]);

    private static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements().Where(child => child.Name.LocalName == name);
}
