using System.Collections.Immutable;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>An item with its file parsed: a step of its own, so that editing an overlay does not parse the model again.</summary>
internal sealed record ParsedItem(ModelItem Item, JsonTree Tree)
{
    public static ParsedItem Of(ModelItem item) => new(item, JsonTree.Parse(item.Document));

    /// <summary>Joins each model with the overlays that it names, in the order of their names.</summary>
    public static IEnumerable<ModelSource> Join(ImmutableArray<ParsedItem> items)
    {
        foreach (ParsedItem model in items.Where(item => !item.Item.IsOverlay).OrderBy(item => item.Tree.Path, StringComparer.Ordinal))
        {
            List<JsonTree> overlays = [];
            List<string> missing = [];
            foreach (string name in model.Item.Overlays)
            {
                JsonTree[] found = [.. items.Where(item => item.Item.IsOverlay && item.Item.IsAt(name)).Select(item => item.Tree)];
                overlays.AddRange(found);
                missing.AddRange(found.Length == 0 ? [name] : []);
            }

            yield return new ModelSource(model.Tree, overlays.ToEquatableArray(), model.Item.Settings!) { MissingOverlays = missing.ToEquatableArray() };
        }
    }
}
