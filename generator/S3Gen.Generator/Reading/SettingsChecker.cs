using System.Text.RegularExpressions;
using S3Gen.Generator.Diagnostics;

namespace S3Gen.Generator.Reading;

/// <summary>Checks the metadata of an <c>S3GenModel</c> item.</summary>
internal static class SettingsChecker
{
    private static readonly Regex Identifier = new(@"\A[\p{L}_][\p{L}\p{Nd}_]*\z");

    public static void Check(ModelSource source, DiagnosticBag diagnostics)
    {
        if (!source.Settings.Namespace.Split('.').All(Identifier.IsMatch))
        {
            Report($"Namespace '{source.Settings.Namespace}' is no C# namespace");
        }

        if (source.Settings.ClientName is { } name && !Identifier.IsMatch(name))
        {
            Report($"ClientName '{name}' is no C# identifier");
        }

        if (source.Settings.Accessibility is not ("public" or "internal"))
        {
            Report($"Accessibility '{source.Settings.Accessibility}' is neither 'public' nor 'internal'");
        }

        void Report(string message) => diagnostics.Add(DiagnosticCatalog.InvalidSetting, source.Model.Path, default, message);
    }
}
