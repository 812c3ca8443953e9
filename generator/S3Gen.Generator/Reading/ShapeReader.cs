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

    private readonly MemberReader _members = new(tree, diagnostics);

    /// <summary>Checks the version and reads all shapes, <c>apply</c> statements of the file itself included.</summary>
    public Dictionary<string, Shape> ReadModel()
    {
        Dictionary<string, Shape> shapes = [];
        EquatableArray<NodeProperty> nodes = ShapeNodes();
        foreach (NodeProperty property in nodes)
        {
            if (!IsApply(property) && ReadShape(property) is { } shape)
            {
                shapes[property.Name] = shape;
            }
        }

        // Statements may be for members that only a mixin brings.
        ILookup<bool, NodeProperty> statements = nodes.Where(IsApply).ToLookup(statement => IsThere(shapes, statement.Name));
        TraitApplier applier = new(tree, diagnostics);
        applier.Apply(statements[true], shapes);
        new MixinFlattener(shapes, tree, diagnostics).Flatten();
        applier.Apply(statements[false], shapes);
        return shapes;
    }

    /// <summary>Applies an overlay, which holds nothing but <c>apply</c> statements.</summary>
    public void ApplyTo(Dictionary<string, Shape> shapes)
    {
        EquatableArray<NodeProperty> nodes = ShapeNodes();
        foreach (NodeProperty other in nodes.Where(node => !IsApply(node)))
        {
            Malformed(other.Name, "type", "an overlay holds only shapes of the type 'apply'");
        }

        new TraitApplier(tree, diagnostics).Apply(nodes.Where(IsApply), shapes);
    }

    private static bool IsApply(NodeProperty property) => property.Value["type"]?.AsString() is "apply";

    private static bool IsThere(Dictionary<string, Shape> shapes, string target)
    {
        string[] parts = target.Split('$');
        return shapes.TryGetValue(parts[0], out Shape? shape) && (parts.Length == 1 || shape.Find(parts[1]) is not null);
    }

    private EquatableArray<NodeProperty> ShapeNodes()
    {
        if (tree.Root is null)
        {
            return default;
        }

        string? version = tree.Root["smithy"]?.AsString();
        if (version is null || (version != "2" && !version.StartsWith("2.", StringComparison.Ordinal)))
        {
            diagnostics.Add(DiagnosticCatalog.UnsupportedVersion, tree.Path, tree.PositionOf("smithy"), version is null ? "a file without one" : $"'{version}'");
            return default;
        }

        if (tree.Root["shapes"] is { } node and not ObjectNode)
        {
            diagnostics.Add(DiagnosticCatalog.MalformedShape, tree.Path, tree.PositionOf("shapes"), "shapes", "it has to be an object of shapes by their ids");
        }

        return tree.Root["shapes"] is ObjectNode shapes ? shapes.Properties : default;
    }

    private Shape? ReadShape(NodeProperty property)
    {
        string id = property.Name;
        Node node = property.Value;
        if (node["type"]?.AsString() is not { } typeName || !Types.TryGetValue(typeName, out ShapeType type))
        {
            Malformed(id, "type", "its 'type' is missing or unknown");
            return null;
        }

        if (!SmithyNames.IsShapeId(id))
        {
            Malformed(id, null, "a shape id has the form 'namespace#Name', of letters, digits and underscores");
            return null;
        }

        return new Shape
        {
            Id = id,
            Type = type,
            Members = _members.Read(id, node, type),
            Traits = _members.ReadTraits(node, ["shapes", id], id),
            Input = Target(id, node, "input"),
            Output = Target(id, node, "output"),
            Errors = Targets(id, node, "errors").ToEquatableArray(),
            Operations = type is ShapeType.Service or ShapeType.Resource ? ReadOperations(id, node) : default,
            Version = node["version"]?.AsString(),
            Mixins = Targets(id, node, "mixins").ToEquatableArray(),
            Renames = type == ShapeType.Service && node["rename"] is ObjectNode renames ? renames.Properties : default,
        };
    }

    // A resource's operations belong to its service; which lifecycle they serve does not matter to a client.
    private EquatableArray<string> ReadOperations(string id, Node node)
    {
        IEnumerable<string> targets = Targets(id, node, "operations").Concat(Targets(id, node, "collectionOperations")).Concat(Targets(id, node, "resources"));
        string[] lifecycles = ["create", "put", "read", "update", "delete", "list"];
        return targets.Concat(lifecycles.Select(name => Target(id, node, name)).OfType<string>()).ToEquatableArray();
    }

    private string? Target(string id, Node node, string name)
    {
        if (node[name] is not { } reference)
        {
            return null;
        }

        if (reference["target"]?.AsString() is not { } target)
        {
            Malformed(id, name, $"its '{name}' has no 'target'");
            return null;
        }

        return target == ShapeIndex.Unit ? null : target;
    }

    private List<string> Targets(string id, Node node, string name)
    {
        List<string> targets = [];
        if (node[name] is not { } list)
        {
            return targets;
        }

        foreach (Node item in list is ArrayNode array ? array.Items : new Node[] { list }.ToEquatableArray())
        {
            if (item["target"]?.AsString() is { } target)
            {
                targets.Add(target);
            }
            else
            {
                Malformed(id, name, $"its '{name}' have to be an array of objects, each with a 'target'");
            }
        }

        return targets;
    }

    private void Malformed(string id, string? property, string reason) =>
        diagnostics.Add(DiagnosticCatalog.MalformedShape, tree.Path, property is null ? tree.PositionOf("shapes", id) : tree.PositionOf("shapes", id, property), id, reason);
}
