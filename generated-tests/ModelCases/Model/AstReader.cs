using System.Text.Json;

namespace S3Gen.ModelCases.Model;

/// <summary>Turns the shapes of a JSON AST, and the <c>apply</c> statements of overlays, into a <see cref="ServiceModel"/>.</summary>
internal sealed class AstReader(JsonElement shapes, IReadOnlyList<JsonElement> overlays)
{
    private static readonly string[] PreludeTypes =
    [
        "Blob", "Boolean", "String", "Byte", "Short", "Integer", "Long", "BigInteger", "Float", "Double", "BigDecimal", "Timestamp",
        "Document", "PrimitiveBoolean", "PrimitiveByte", "PrimitiveShort", "PrimitiveInteger", "PrimitiveLong", "PrimitiveFloat", "PrimitiveDouble",
    ];

    public ServiceModel Read()
    {
        JsonProperty[] services = [.. shapes.EnumerateObject().Where(shape => TypeOf(shape.Value) == "service")];
        if (services.Length != 1)
        {
            throw new InvalidDataException($"A model has one service; this one has {services.Length}.");
        }

        ServiceModel model = new(services[0].Name);
        AddTraits(model.Service, services[0].Value, services[0].Name);
        AddShapes(model);
        AddOperations(model, services[0].Value);
        return model;
    }

    private void AddShapes(ServiceModel model)
    {
        model.Add(new Shape("smithy.api#Unit", ShapeType.Structure));
        foreach (string name in PreludeTypes)
        {
            ShapeType type = Enum.Parse<ShapeType>(name.Replace("Primitive", string.Empty, StringComparison.Ordinal));
            model.Add(new Shape("smithy.api#" + name, type));
        }

        foreach (JsonProperty node in shapes.EnumerateObject())
        {
            string typeName = TypeOf(node.Value) is "set" ? "list" : TypeOf(node.Value) ?? string.Empty;
            if (Enum.TryParse(typeName, ignoreCase: true, out ShapeType type))
            {
                model.Add(ReadShape(model, node, type));
            }
        }
    }

    private Shape ReadShape(ServiceModel model, JsonProperty node, ShapeType type)
    {
        Shape shape = new(node.Name, type);
        AddTraits(shape.Traits, node.Value, node.Name);
        foreach ((string name, JsonElement value) in MembersOf(node.Value))
        {
            Member member = new(model, node.Name, name, value.GetProperty("target").GetString()!);
            AddTraits(member.Traits, value, $"{node.Name}${name}");
            shape.Add(member);
        }

        return shape;
    }

    private static IEnumerable<(string Name, JsonElement Node)> MembersOf(JsonElement shape)
    {
        foreach (string single in (string[])["member", "key", "value"])
        {
            if (shape.TryGetProperty(single, out JsonElement node))
            {
                yield return (single, node);
            }
        }

        if (shape.TryGetProperty("members", out JsonElement members))
        {
            foreach (JsonProperty member in members.EnumerateObject())
            {
                yield return (member.Name, member.Value);
            }
        }
    }

    private void AddOperations(ServiceModel model, JsonElement service)
    {
        foreach (JsonElement reference in service.GetProperty("operations").EnumerateArray())
        {
            string id = Target(reference);
            JsonElement node = shapes.GetProperty(id);
            TraitSet traits = new();
            AddTraits(traits, node, id);
            Shape[] errors = node.TryGetProperty("errors", out JsonElement list) ? [.. list.EnumerateArray().Select(error => model[Target(error)])] : [];
            string name = id[(id.IndexOf('#', StringComparison.Ordinal) + 1)..];
            model.Add(new OperationShape(name, Message("input"), Message("output"), errors, traits));

            Shape Message(string direction) => model[node.TryGetProperty(direction, out JsonElement message) ? Target(message) : "smithy.api#Unit"];
        }
    }

    /// <summary>Adds a node's own traits, then those that overlays apply to it: to its id, or to a member within the statement for its shape.</summary>
    private void AddTraits(TraitSet traits, JsonElement node, string id)
    {
        traits.Add(node);
        foreach (JsonElement overlay in overlays.Prepend(shapes))
        {
            if (overlay.TryGetProperty(id, out JsonElement statement) && TypeOf(statement) == "apply")
            {
                traits.Add(statement);
            }
        }
    }

    private static string Target(JsonElement reference) => reference.GetProperty("target").GetString()!;

    private static string? TypeOf(JsonElement shape) => shape.TryGetProperty("type", out JsonElement type) ? type.GetString() : null;
}
