using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading.Checks;

/// <summary>What a paging trait names are members of the operation's input and output, of types that fit together.</summary>
internal static class PagingCheck
{
    public static void Check(CheckContext context, Shape operation)
    {
        if (operation.Traits[TraitIds.PaginatedByMarkers] is { } markers)
        {
            string[] inputs = [.. markers["inputTokens"]?.Strings() ?? default];
            string[] outputs = [.. markers["outputTokens"]?.Strings() ?? default];
            if (inputs.Length != outputs.Length || inputs.Length == 0)
            {
                Report(context, operation, TraitIds.PaginatedByMarkers, "it needs as many output tokens as input tokens, and one at least");
                return;
            }

            CheckTokens(context, operation, TraitIds.PaginatedByMarkers, inputs, outputs);
            CheckFallbacks(context, operation, outputs, [.. markers["fallbackTokens"]?.Strings() ?? default]);
            CheckItems(context, operation, TraitIds.PaginatedByMarkers, markers["items"]?.AsString());
            CheckMore(context, operation, markers["moreResults"]?.AsString());
        }
        else if (operation.Traits[TraitIds.Paginated] is { } trait)
        {
            Node? defaults = context.Model.Service.Traits[TraitIds.Paginated];
            if ((trait["inputToken"] ?? defaults?["inputToken"])?.AsString() is not { } input || (trait["outputToken"] ?? defaults?["outputToken"])?.AsString() is not { } output)
            {
                Report(context, operation, TraitIds.Paginated, "neither it nor the service names an 'inputToken' and an 'outputToken'");
                return;
            }

            CheckTokens(context, operation, TraitIds.Paginated, [input], [output]);
            CheckItems(context, operation, TraitIds.Paginated, (trait["items"] ?? defaults?["items"])?.AsString());
        }
    }

    private static void CheckTokens(CheckContext context, Shape operation, string trait, string[] inputs, string[] outputs)
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            Shape? input = Resolve(context, operation.Input, inputs[i]);
            Shape? output = Resolve(context, operation.Output, outputs[i]);
            if (input is null || inputs[i].IndexOf('.') >= 0)
            {
                Report(context, operation, trait, $"the input has no member '{inputs[i]}'");
            }
            else if (output is null)
            {
                Report(context, operation, trait, $"the output has no member '{outputs[i]}'");
            }
            else if (!IsToken(input) || input.Type != output.Type || (input.Type == ShapeType.Enum && input.Id != output.Id))
            {
                Report(context, operation, trait, $"the tokens '{inputs[i]}' and '{outputs[i]}' have to be strings or numbers of one type");
            }
        }
    }

    private static void CheckFallbacks(CheckContext context, Shape operation, string[] outputs, string[] fallbacks)
    {
        for (int i = 0; i < fallbacks.Length; i++)
        {
            string[] parts = fallbacks[i].Split(["[-1]."], StringSplitOptions.None);
            Shape? items = parts.Length == 2 ? Resolve(context, operation.Output, parts[0]) : null;
            Shape? last = items?.Type == ShapeType.List ? context.Shapes[items.Members[0].Target] : null;
            Shape? token = last?.Type == ShapeType.Structure && last.Find(parts[1]) is { } member ? context.Shapes[member.Target] : null;
            if (token is null || i >= outputs.Length || token.Type != Resolve(context, operation.Output, outputs[i])?.Type)
            {
                Report(context, operation, TraitIds.PaginatedByMarkers, $"the output has no member '{fallbacks[i]}' of the token's type");
            }
        }
    }

    private static void CheckItems(CheckContext context, Shape operation, string trait, string? items)
    {
        if (items is not null && Resolve(context, operation.Output, items)?.Type is not (ShapeType.List or ShapeType.Map))
        {
            Report(context, operation, trait, $"the output has no list or map '{items}'");
        }
    }

    private static void CheckMore(CheckContext context, Shape operation, string? more)
    {
        if (more is not null && Resolve(context, operation.Output, more)?.Type is not ShapeType.Boolean)
        {
            Report(context, operation, TraitIds.PaginatedByMarkers, $"the output has no boolean '{more}'");
        }
    }

    private static bool IsToken(Shape shape) => shape.Type is ShapeType.String or ShapeType.Enum or ShapeType.Integer or ShapeType.Long;

    private static Shape? Resolve(CheckContext context, string? structure, string path)
    {
        Shape? shape = structure is null ? null : context.Shapes[structure];
        foreach (string name in path.Split('.'))
        {
            shape = shape is { Type: ShapeType.Structure } && shape.Find(name) is { } member ? context.Shapes[member.Target] : null;
        }

        return shape;
    }

    private static void Report(CheckContext context, Shape operation, string trait, string reason) =>
        context.Report(DiagnosticCatalog.InvalidPaging, operation, null, trait, operation.Id, reason);
}
