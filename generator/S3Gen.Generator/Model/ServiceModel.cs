namespace S3Gen.Generator.Model;

/// <summary>
/// One service of a model: the shapes that its operations reach, sorted by id. It holds no position, no JSON and no symbol, and
/// compares by value: an edit that changes none of this re-emits nothing.
/// </summary>
internal sealed record ServiceModel(Shape Service, EquatableArray<Shape> Shapes, GenerationSettings Settings);

/// <summary>What the consumer's project asks for, from the metadata of its <c>S3GenModel</c> item.</summary>
internal sealed record GenerationSettings
{
    /// <summary>Namespace of all generated types.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name of the client class; null takes the service's SDK id and <c>Client</c>.</summary>
    public string? ClientName { get; init; }

    /// <summary>Names of operations to generate, <c>*</c> allowed at the end; empty for all.</summary>
    public EquatableArray<string> Operations { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }

    /// <summary>
    /// What comes out: <c>client</c>; <c>server</c>, the other end of the same operations; or <c>mock</c>, a double of a client that is
    /// generated elsewhere.
    /// </summary>
    public string Emit { get; init; } = "client";
}
