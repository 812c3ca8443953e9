using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>Reads members and traits of a shape.</summary>
internal sealed class MemberReader(JsonTree tree, DiagnosticBag diagnostics)
{
    public EquatableArray<Member> Read(string id, Node node, ShapeType type)
    {
        List<Member> members = [];
        switch (type)
        {
            case ShapeType.List:
                Add(id, members, "member", node["member"], ["shapes", id, "member"]);
                break;
            case ShapeType.Map:
                Add(id, members, "key", node["key"], ["shapes", id, "key"]);
                Add(id, members, "value", node["value"], ["shapes", id, "value"]);
                break;
            default:
                AddNamed(id, members, node["members"]);
                break;
        }

        return members.ToEquatableArray();
    }

    public TraitSet ReadTraits(Node node, string[] place, string name)
    {
        switch (node["traits"])
        {
            case ObjectNode traits:
                return new TraitSet(traits.Properties);
            case null:
                return TraitSet.Empty;
            default:
                Malformed(name, [.. place, "traits"], "its 'traits' have to be an object");
                return TraitSet.Empty;
        }
    }

    private void AddNamed(string id, List<Member> members, Node? node)
    {
        if (node is not (null or ObjectNode))
        {
            Malformed(id, ["shapes", id, "members"], "its 'members' have to be an object");
        }

        foreach (NodeProperty property in (node as ObjectNode)?.Properties ?? default)
        {
            string[] place = ["shapes", id, "members", property.Name];
            if (SmithyNames.IsIdentifier(property.Name))
            {
                Add(id, members, property.Name, property.Value, place);
            }
            else
            {
                Malformed(id, place, $"the name of its member '{property.Name}' is not made of letters, digits and underscores");
            }
        }
    }

    private void Add(string id, List<Member> members, string name, Node? node, string[] place)
    {
        if (node?["target"]?.AsString() is { } target)
        {
            members.Add(new Member(name, target, ReadTraits(node, place, $"{id}${name}")));
            return;
        }

        Malformed(id, place, $"its member '{name}' is missing or has no 'target'");
    }

    private void Malformed(string name, string[] place, string reason) =>
        diagnostics.Add(DiagnosticCatalog.MalformedShape, tree.Path, tree.PositionOf(place), name, reason);
}
