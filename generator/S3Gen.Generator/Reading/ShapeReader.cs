using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>Reads the shapes of a Smithy JSON AST, and the traits that an overlay applies to them.</summary>
internal sealed class ShapeReader(JsonTree tree, DiagnosticBag diagnostics)
{
    private static readonly Dictionary<string, ShapeType> Types = new()
    {
        ["blob"] = ShapeType.Blob, ["boolean"] = ShapeType.Boolean, ["string"] = ShapeType.String, ["byte"] = ShapeType.Byte,
        ["short"] = ShapeType.Short, ["integer"] = ShapeType.Integer, ["long"] = ShapeType.Long, ["float"] = ShapeType.Float,
        ["double"] = ShapeType.Double, ["bigInteger"] = ShapeType.BigInteger, ["bigDecimal"] = ShapeType.BigDecimal,
        ["timestamp"] = ShapeType.Timestamp, ["document"] = ShapeType.Document, ["enum"] = ShapeType.Enum,
        ["intEnum"] = ShapeType.IntEnum, ["list"] = ShapeType.List, ["set"] = ShapeType.List, ["map"] = ShapeType.Map,
        ["structure"] = ShapeType.Structure, ["union"] = ShapeType.Union, ["operation"] = ShapeType.Operation,
        ["resource"] = ShapeType.Resource, ["service"] = ShapeType.Service,
    };

    /// <summary>Checks the version and reads all shapes, <c>apply</c> statements of the file itself included.</summary>
    public Dictionary<string, Shape> ReadModel()
    {
        Dictionary<string, Shape> shapes = [];
        foreach (NodeProperty property in ShapeNodes())
        {
            if (!IsApply(property) && ReadShape(property) is { } shape)
            {
                shapes[property.Name] = shape;
            }
        }

        // Statements may be for members that only a mixin brings.
        NodeProperty[] statements = [.. ShapeNodes().Where(IsApply)];
        NodeProperty[] early = [.. statements.Where(statement => IsThere(shapes, statement.Name))];
        foreach (NodeProperty statement in early)
        {
            ApplyTraits(shapes, statement);
        }

        new MixinFlattener(shapes, tree, diagnostics).Flatten();
        foreach (NodeProperty statement in statements.Except(early))
        {
            ApplyTraits(shapes, statement);
        }

        return shapes;
    }

    /// <summary>Applies the <c>apply</c> statements of this file to shapes; a target that is not there is a diagnostic.</summary>
    public void Apply(Dictionary<string, Shape> shapes)
    {
        foreach (NodeProperty statement in ShapeNodes().Where(IsApply))
        {
            ApplyTraits(shapes, statement);
        }
    }

    private static bool IsApply(NodeProperty property) => property.Value["type"]?.AsString() is "apply";

    private static bool IsThere(Dictionary<string, Shape> shapes, string target)
    {
        string[] parts = target.Split('$');
        return shapes.TryGetValue(parts[0], out Shape? shape) && (parts.Length == 1 || shape.Find(parts[1]) is not null);
    }

    private EquatableArray<NodeProperty> ShapeNodes()
    {
        string? version = tree.Root["smithy"]?.AsString();
        if (version is null || !version.StartsWith("2", StringComparison.Ordinal))
        {
            diagnostics.Add(DiagnosticCatalog.UnsupportedVersion, tree.Path, tree.PositionOf("smithy"), version is null ? "a file without one" : $"'{version}'");
            return default;
        }

        return tree.Root["shapes"] is ObjectNode shapes ? shapes.Properties : default;
    }

    private Shape? ReadShape(NodeProperty property)
    {
        string id = property.Name;
        if (property.Value["type"]?.AsString() is not { } typeName || !Types.TryGetValue(typeName, out ShapeType type))
        {
            Malformed(id, "its 'type' is missing or unknown");
            return null;
        }

        if (id.IndexOf('#') <= 0 || ShapeId.NameOf(id).Length == 0)
        {
            Malformed(id, "a shape id has the form 'namespace#Name'");
            return null;
        }

        Node node = property.Value;
        return new Shape
        {
            Id = id,
            Type = type,
            Members = ReadMembers(id, node, type),
            Traits = ReadTraits(node),
            Input = node["input"]?["target"]?.AsString() is { } input && input != ShapeIndex.Unit ? input : null,
            Output = node["output"]?["target"]?.AsString() is { } output && output != ShapeIndex.Unit ? output : null,
            Errors = Targets(node["errors"]),
            Operations = type is ShapeType.Service or ShapeType.Resource ? ReadOperations(node) : default,
            Version = node["version"]?.AsString(),
            Mixins = Targets(node["mixins"]),
            Renames = type == ShapeType.Service && node["rename"] is ObjectNode renames ? renames.Properties : default,
        };
    }

    private EquatableArray<Member> ReadMembers(string id, Node node, ShapeType type)
    {
        List<Member> members = [];
        string[] fixedNames = type switch
        {
            ShapeType.List => ["member"],
            ShapeType.Map => ["key", "value"],
            _ => [],
        };
        foreach (string name in fixedNames)
        {
            AddMember(id, members, name, node[name]);
        }

        if (fixedNames.Length == 0 && node["members"] is ObjectNode named)
        {
            foreach (NodeProperty property in named.Properties)
            {
                AddMember(id, members, property.Name, property.Value);
            }
        }

        return members.ToEquatableArray();
    }

    private void AddMember(string id, List<Member> members, string name, Node? node)
    {
        if (node?["target"]?.AsString() is { } target)
        {
            members.Add(new Member(name, target, ReadTraits(node)));
            return;
        }

        Malformed(id, $"its member '{name}' is missing or has no 'target'");
    }

    // A resource's operations belong to its service; which lifecycle they serve does not matter to a client.
    private static EquatableArray<string> ReadOperations(Node node)
    {
        IEnumerable<string> targets = Targets(node["operations"]).Concat(Targets(node["collectionOperations"])).Concat(Targets(node["resources"]));
        string[] lifecycles = ["create", "put", "read", "update", "delete", "list"];
        return targets.Concat(lifecycles.Select(name => node[name]?["target"]?.AsString()).OfType<string>()).ToEquatableArray();
    }

    private static EquatableArray<string> Targets(Node? node) =>
        node is ArrayNode array ? array.Items.Select(item => item["target"]?.AsString()).OfType<string>().ToEquatableArray() : default;

    private static TraitSet ReadTraits(Node node) =>
        node["traits"] is ObjectNode traits ? new TraitSet(traits.Properties) : TraitSet.Empty;

    private void ApplyTraits(Dictionary<string, Shape> shapes, NodeProperty property)
    {
        TraitSet traits = ReadTraits(property.Value);
        string[] parts = property.Name.Split('$');
        if (!IsThere(shapes, property.Name))
        {
            diagnostics.Add(DiagnosticCatalog.OverlayTargetMissing, tree.Path, tree.PositionOf("shapes", property.Name), property.Name);
            return;
        }

        Shape shape = shapes[parts[0]];
        shapes[parts[0]] = parts.Length == 1
            ? shape with { Traits = shape.Traits.With(traits) }
            : shape with
            {
                Members = shape.Members
                    .Select(member => member.Name == parts[1] ? member with { Traits = member.Traits.With(traits) } : member)
                    .ToEquatableArray(),
            };
    }

    private void Malformed(string id, string reason) =>
        diagnostics.Add(DiagnosticCatalog.MalformedShape, tree.Path, tree.PositionOf("shapes", id), id, reason);
}
