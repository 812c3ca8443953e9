using System.Text.Json;

namespace S3Gen.ModelCases.Model;

/// <summary>An operation of the service.</summary>
public sealed class OperationShape(string name, Shape input, Shape output, IReadOnlyList<Shape> errors, TraitSet traits)
{
    public string Name => name;

    /// <summary>A structure; an empty one for an operation without input.</summary>
    public Shape Input => input;

    /// <summary>A structure; an empty one for an operation without output.</summary>
    public Shape Output => output;

    public IReadOnlyList<Shape> Errors => errors;

    public TraitSet Traits => traits;

    public string Method { get; } = traits.Field(Model.Traits.Http, "method")!.Value.GetString()!;

    /// <summary>Path with labels, and the literal query if there is one.</summary>
    public string Uri { get; } = traits.Field(Model.Traits.Http, "uri")!.Value.GetString()!;

    /// <summary>The status of success.</summary>
    public int Code { get; } = traits.Field(Model.Traits.Http, "code") is { ValueKind: JsonValueKind.Number } code ? code.GetInt32() : 200;

    public override string ToString() => name;
}
