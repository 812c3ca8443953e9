using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Diff;

/// <summary>One of the two models that are compared.</summary>
internal sealed class ModelSide
{
    private readonly JsonObject _model;
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);

    public ModelSide(JsonObject model)
    {
        _model = model;
        Operations = [.. Ast.Operations(model).Where(id => Shape(id) is not null)];
        OtherShapes = [.. Ast.Shapes(model).Where(s => Ast.Type(s.Value) is not "operation").Select(s => s.Key)];
        foreach (string operation in Operations)
        {
            MarkSent(Ast.Target(Shape(operation)!["input"]));
        }
    }

    public IReadOnlyList<string> Operations { get; }

    public IReadOnlyList<string> OtherShapes { get; }

    public JsonObject? Shape(string? id) => Ast.Shape(_model, id);

    /// <summary>Whether callers fill the shape in, so that a new required member asks something new of them.</summary>
    public bool IsSent(string id) => _sent.Contains(id);

    /// <summary>What the target is in C#: simple shapes by their type, lists and maps by their items, all others by name.</summary>
    public string CSharpType(string? id, int depth = 0)
    {
        JsonObject? shape = Shape(id);
        if (id is null || shape is null || depth > 8)
        {
            return id is null ? "?" : Ast.LocalName(id).ToLowerInvariant();
        }

        string type = Ast.Type(shape) ?? "?";
        return type switch
        {
            "list" => $"list of {CSharpType(Ast.Target(shape["member"]), depth + 1)}",
            "map" => $"map of {CSharpType(Ast.Target(shape["key"]), depth + 1)} to {CSharpType(Ast.Target(shape["value"]), depth + 1)}",
            "structure" or "union" or "enum" or "intEnum" => Ast.LocalName(id),
            "blob" when Ast.Has(shape, "smithy.api#streaming") => "stream",
            _ => type,
        };
    }

    private void MarkSent(string? id)
    {
        if (id is null || Shape(id) is not { } shape || !_sent.Add(id))
        {
            return;
        }

        foreach ((_, _, JsonObject member) in Ast.Members(shape))
        {
            MarkSent(Ast.Target(member));
        }
    }
}
