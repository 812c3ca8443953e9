using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>Applies <c>apply</c> statements, those of one shape and its members together.</summary>
internal sealed class TraitApplier(JsonTree tree, DiagnosticBag diagnostics)
{
    public void Apply(IEnumerable<NodeProperty> statements, Dictionary<string, Shape> shapes)
    {
        foreach (IGrouping<string, NodeProperty> group in statements.GroupBy(statement => statement.Name.Split('$')[0]))
        {
            Dictionary<string, TraitSet> members = [];
            TraitSet own = TraitSet.Empty;
            shapes.TryGetValue(group.Key, out Shape? shape);
            foreach (NodeProperty statement in group)
            {
                string? member = statement.Name.Length == group.Key.Length ? null : statement.Name.Substring(group.Key.Length + 1);
                if (ReadTraits(statement) is not { } traits)
                {
                    continue;
                }

                if (shape is null || (member is not null && shape.Find(member) is null))
                {
                    diagnostics.Add(DiagnosticCatalog.OverlayTargetMissing, tree.Path, tree.PositionOf("shapes", statement.Name), statement.Name);
                }
                else if (member is null)
                {
                    own = traits;
                }
                else
                {
                    members[member] = traits;
                }
            }

            if (shape is not null)
            {
                shapes[group.Key] = With(shape, own, members);
            }
        }
    }

    private static Shape With(Shape shape, TraitSet own, Dictionary<string, TraitSet> members) => shape with
    {
        Traits = own.Items.Count == 0 ? shape.Traits : shape.Traits.With(own),
        Members = members.Count == 0 ? shape.Members : shape.Members
            .Select(member => members.TryGetValue(member.Name, out TraitSet? traits) ? member with { Traits = member.Traits.With(traits) } : member)
            .ToEquatableArray(),
    };

    private TraitSet? ReadTraits(NodeProperty statement)
    {
        if (statement.Value["traits"] is ObjectNode traits)
        {
            return new TraitSet(traits.Properties);
        }

        diagnostics.Add(
            DiagnosticCatalog.MalformedShape, tree.Path, tree.PositionOf("shapes", statement.Name), statement.Name, "an apply statement has to have an object 'traits'");
        return null;
    }
}
