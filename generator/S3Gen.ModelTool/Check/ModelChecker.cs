using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Check;

/// <summary>Runs all rules; those that need a sound model run only when its frame is sound.</summary>
internal static class ModelChecker
{
    public static IReadOnlyList<Fault> Check(ModelDocument model, ModelDocument? overlay)
    {
        List<Fault> frame = [.. FrameRule.Check(model), .. TargetRule.Check(model)];
        List<Fault> onOverlay = overlay is null ? [] : [.. OverlayRule.Check(model, overlay)];
        if (frame.Count > 0)
        {
            return [.. frame, .. onOverlay];
        }

        return [.. UriRule.Check(model), .. BindingRule.Check(model), .. NameRule.Check(model, overlay), .. onOverlay];
    }
}
