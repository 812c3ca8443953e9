using S3Gen.Generator.Model;
using S3Gen.Generator.Naming;
using S3Gen.Generator.Rules;

namespace S3Gen.Generator.Binding;

/// <summary>
/// Paths into an input, in the part of JMESPath that endpoint parameters may use: names with dots, <c>[*]</c> over lists,
/// <c>*</c> over the values of maps, <c>[]</c> to flatten, and <c>keys(path)</c>.
/// </summary>
internal sealed class InputPath(ShapeIndex shapes)
{
    /// <summary>The path as an expression over <c>request</c>; null where it leads nowhere, or to another type.</summary>
    public string? ToExpression(Shape input, string typeName, string path, RuleKind kind)
    {
        bool isKeys = path.StartsWith("keys(", StringComparison.Ordinal) && path.EndsWith(")", StringComparison.Ordinal);
        string inner = isKeys ? path.Substring(5, path.Length - 6) : path;
        if (Walk(new Place("request", input, false), typeName, inner) is not { } end)
        {
            return null;
        }

        bool isText = end.Shape.Type is ShapeType.String;
        return (kind, isKeys) switch
        {
            (RuleKind.List, true) when end.Shape.Type == ShapeType.Map && !end.IsMany => $"{end.Code}?.Keys.ToArray()",
            (RuleKind.List, false) when end.IsMany && isText => $"{end.Code}.OfType<string>().ToArray()",
            (RuleKind.List, false) when !end.IsMany && end.Shape.Type == ShapeType.List => end.Code,
            (RuleKind.Text, false) when !end.IsMany && isText => end.Code,
            (RuleKind.Switch, false) when !end.IsMany && end.Shape.Type == ShapeType.Boolean => end.Code,
            _ => null,
        };
    }

    private Place? Walk(Place start, string typeName, string path)
    {
        Place? place = start;
        string enclosing = typeName;
        foreach (string step in path.Replace("[", ".[").Split(['.'], StringSplitOptions.RemoveEmptyEntries))
        {
            place = step switch
            {
                "[*]" => Each(place, ShapeType.List, "member", string.Empty),
                "[]" => Each(place, ShapeType.List, "member", string.Empty),
                "*" => Each(place, ShapeType.Map, "value", ".Values"),
                _ => Member(place, step, enclosing),
            };
            if (place is null)
            {
                return null;
            }

            enclosing = place.Shape.Type == ShapeType.Structure ? BindingContext.TypeName(place.Shape) : string.Empty;
        }

        return place;
    }

    private Place? Member(Place place, string name, string enclosing)
    {
        if (place.Shape.Find(name) is not { } member || place.Shape.Type is not (ShapeType.Structure or ShapeType.Union))
        {
            return null;
        }

        string property = CSharpNames.Property(name, enclosing, []);
        string code = place.IsMany ? $"{place.Code}.Select(static item => item?.{property})"
            : place.Code == "request" ? $"request.{property}"
            : $"{place.Code}?.{property}";
        return new Place(code, shapes[member.Target], place.IsMany);
    }

    private Place? Each(Place place, ShapeType type, string element, string values)
    {
        if (place.Shape.Type != type || place.Shape.Find(element) is not { } member)
        {
            return null;
        }

        string code = place.IsMany
            ? $"{place.Code}.SelectMany(static item => item{(values.Length > 0 ? "?" + values : string.Empty)} ?? [])"
            : $"({place.Code}{(values.Length > 0 ? "?" + values : string.Empty)} ?? [])";
        return new Place(code, shapes[member.Target], IsMany: true);
    }

    private sealed record Place(string Code, Shape Shape, bool IsMany);
}
