using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

internal static class Deprecations
{
    /// <summary>The message of the deprecated trait; empty where it gives none, null where there is no such trait.</summary>
    public static string? MessageOf(TraitSet traits) =>
        traits[TraitIds.Deprecated] is { } trait ? trait["message"]?.AsString() ?? string.Empty : null;
}
