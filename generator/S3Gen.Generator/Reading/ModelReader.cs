using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>JSON to <see cref="ServiceModel"/>: parse, apply overlays, choose the operations, keep what they reach, check it.</summary>
internal static class ModelReader
{
    /// <summary>Ten times the largest model that AWS publishes.</summary>
    private const int MaxCharacters = 64 * 1024 * 1024;

    public static ModelReadResult Read(ModelSource source)
    {
        DiagnosticBag diagnostics = new();
        ServiceModel? model = Read(source, diagnostics);
        return new ModelReadResult(source.Model.Path, diagnostics.HasErrors ? null : model, diagnostics.ToEquatableArray());
    }

    private static ServiceModel? Read(ModelSource source, DiagnosticBag diagnostics)
    {
        if (Parse(source.Model, diagnostics) is not { } tree)
        {
            return null;
        }

        SettingsChecker.Check(source, diagnostics);
        Dictionary<string, Shape> shapes = new ShapeReader(tree, diagnostics).ReadModel();
        foreach (SourceDocument overlay in source.Overlays)
        {
            if (Parse(overlay, diagnostics) is { } overlayTree)
            {
                new ShapeReader(overlayTree, diagnostics).Apply(shapes);
            }
        }

        if (diagnostics.HasErrors || FindService(tree, shapes, diagnostics) is not { } service)
        {
            return null;
        }

        Shape selected = OperationSelector.Select(service, shapes, source, tree, diagnostics);
        ServiceScope.Apply(shapes, selected);
        ModelClosure closure = new(shapes, tree, diagnostics);
        EquatableArray<Shape> reached = closure.Reach(selected);
        if (diagnostics.HasErrors)
        {
            return null;
        }

        ServiceModel model = DerivedNames.Avoid(new ServiceModel(selected, reached, source.Settings));
        new ModelChecker(model, tree, diagnostics).Check();
        return model;
    }

    private static JsonTree? Parse(SourceDocument document, DiagnosticBag diagnostics)
    {
        if (document.Text.Length <= MaxCharacters)
        {
            return JsonTree.Parse(document, diagnostics);
        }

        diagnostics.Add(DiagnosticCatalog.TooLarge, document.Path, default, $"{document.Text.Length}", $"{MaxCharacters}");
        return null;
    }

    private static Shape? FindService(JsonTree tree, Dictionary<string, Shape> shapes, DiagnosticBag diagnostics)
    {
        Shape[] services = [.. shapes.Values.Where(shape => shape.Type == ShapeType.Service).OrderBy(shape => shape.Id, StringComparer.Ordinal)];
        if (services.Length != 1)
        {
            SourcePosition position = services.Length == 0 ? tree.PositionOf("shapes") : tree.PositionOf("shapes", services[1].Id);
            string found = services.Length == 0 ? "none" : string.Join(", ", services.Select(service => $"'{service.Id}'"));
            diagnostics.Add(DiagnosticCatalog.ServiceCount, tree.Path, position, found);
            return null;
        }

        if (!services[0].Traits.Has(TraitIds.RestXml))
        {
            diagnostics.Add(DiagnosticCatalog.UnsupportedProtocol, tree.Path, tree.PositionOf("shapes", services[0].Id), services[0].Id);
            return null;
        }

        return services[0];
    }
}
