using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>What reading a model gave: the model, or null where a diagnostic says why there is none.</summary>
internal sealed record ModelReadResult(string Path, ServiceModel? Model, EquatableArray<DiagnosticInfo> Diagnostics);

/// <summary>What there is to read for one client.</summary>
internal sealed record ModelSource(JsonTree Model, EquatableArray<JsonTree> Overlays, GenerationSettings Settings)
{
    /// <summary>Overlays that the settings name and the project does not hold.</summary>
    public EquatableArray<string> MissingOverlays { get; init; }
}
