using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;
using S3Gen.Generator.Reading.Checks;

namespace S3Gen.Generator.Reading;

/// <summary>JSON to <see cref="ServiceModel"/>: parse, apply overlays, choose the operations, keep what they reach, check it.</summary>
internal static class ModelReader
{
    public static ModelReadResult Read(ModelSource source)
    {
        DiagnosticBag diagnostics = new();
        ServiceModel? model = Read(source, diagnostics);
        return new ModelReadResult(source.Model.Path, diagnostics.HasErrors ? null : model, diagnostics.ToEquatableArray());
    }

    private static ServiceModel? Read(ModelSource source, DiagnosticBag diagnostics)
    {
        SettingsChecker.Check(source, diagnostics);
        diagnostics.AddRange(source.Model.Faults);
        Dictionary<string, Shape> shapes = new ShapeReader(source.Model, diagnostics).ReadModel();
        foreach (JsonTree overlay in source.Overlays)
        {
            diagnostics.AddRange(overlay.Faults);
            new ShapeReader(overlay, diagnostics).ApplyTo(shapes);
        }

        if (diagnostics.HasErrors || FindService(source.Model, shapes, diagnostics) is not { } service)
        {
            return null;
        }

        Shape selected = OperationSelector.Select(service, shapes, source, diagnostics);
        ServiceScope.Apply(shapes, selected);
        EquatableArray<Shape> reached = new ModelClosure(shapes, source.Model, diagnostics).Reach(selected);
        if (diagnostics.HasErrors)
        {
            return null;
        }

        ServiceModel model = DerivedNames.Avoid(new ServiceModel(selected, reached, source.Settings));
        ModelChecker.Check(new CheckContext(model, new ModelPlaces(source.Model, source.Overlays), diagnostics));
        if (!diagnostics.HasErrors)
        {
            EndpointRulesChecker.Check(model, source.Model, diagnostics);
        }

        return model;
    }

    private static Shape? FindService(JsonTree tree, Dictionary<string, Shape> shapes, DiagnosticBag diagnostics)
    {
        Shape[] services = [.. shapes.Values.Where(shape => shape.Type == ShapeType.Service)];
        if (services.Length != 1)
        {
            SourcePosition position = services.Length == 0 ? tree.PositionOf("shapes") : tree.PositionOf("shapes", services[1].Id);
            string list = services.Length == 0 ? "none" : string.Join(", ", services.Select(service => $"'{service.Id}'"));
            diagnostics.Add(DiagnosticCatalog.ServiceCount, tree.Path, position, list);
            return null;
        }

        Shape found = services[0];
        if (!found.Traits.Has(TraitIds.RestXml))
        {
            string? other = found.Traits.Items.Select(trait => trait.Name).FirstOrDefault(name => name.StartsWith("aws.protocols#", StringComparison.Ordinal));
            SourcePosition position = other is null ? tree.PositionOf("shapes", found.Id) : tree.PositionOf("shapes", found.Id, "traits", other);
            diagnostics.Add(DiagnosticCatalog.UnsupportedProtocol, tree.Path, position, found.Id);
            return null;
        }

        return found;
    }
}
