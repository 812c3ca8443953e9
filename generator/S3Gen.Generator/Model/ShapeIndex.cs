namespace S3Gen.Generator.Model;

/// <summary>Looks shapes up by id; knows the shapes of the Smithy prelude.</summary>
internal sealed class ShapeIndex
{
    public const string Unit = "smithy.api#Unit";

    private static readonly Dictionary<string, Shape> Prelude = new[]
    {
        Simple("String", ShapeType.String), Simple("Blob", ShapeType.Blob), Simple("Boolean", ShapeType.Boolean),
        Simple("PrimitiveBoolean", ShapeType.Boolean), Simple("Byte", ShapeType.Byte), Simple("PrimitiveByte", ShapeType.Byte),
        Simple("Short", ShapeType.Short), Simple("PrimitiveShort", ShapeType.Short), Simple("Integer", ShapeType.Integer),
        Simple("PrimitiveInteger", ShapeType.Integer), Simple("Long", ShapeType.Long), Simple("PrimitiveLong", ShapeType.Long),
        Simple("Float", ShapeType.Float), Simple("PrimitiveFloat", ShapeType.Float), Simple("Double", ShapeType.Double),
        Simple("PrimitiveDouble", ShapeType.Double), Simple("BigInteger", ShapeType.BigInteger),
        Simple("BigDecimal", ShapeType.BigDecimal), Simple("Timestamp", ShapeType.Timestamp), Simple("Document", ShapeType.Document),
        new Shape { Id = Unit, Type = ShapeType.Structure },
    }.ToDictionary(shape => shape.Id);

    private readonly Dictionary<string, Shape> _shapes;

    public ShapeIndex(IEnumerable<Shape> shapes) => _shapes = shapes.ToDictionary(shape => shape.Id);

    public Shape this[string id] => Find(id) ?? throw new KeyNotFoundException($"The model has no shape '{id}'.");

    public Shape? Find(string id) => _shapes.TryGetValue(id, out Shape? shape) || Prelude.TryGetValue(id, out shape) ? shape : null;

    private static Shape Simple(string name, ShapeType type) => new() { Id = "smithy.api#" + name, Type = type };
}
