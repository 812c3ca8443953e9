using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Naming;

namespace S3Gen.Generator.Reading;

/// <summary>Checks the metadata of an <c>S3GenModel</c> item.</summary>
internal static class SettingsChecker
{
    private static readonly Regex Identifier = new(@"\A[\p{L}_][\p{L}\p{Nd}_]*\z");

    public static void Check(ModelSource source, DiagnosticBag diagnostics)
    {
        foreach (string part in source.Settings.Namespace.Split('.'))
        {
            if (Fault(part) is { } fault)
            {
                Report($"Namespace '{source.Settings.Namespace}': {fault}");
            }
        }

        if (source.Settings.ClientName is { } name && Fault(name) is { } reason)
        {
            Report($"ClientName '{name}': {reason}");
        }

        if (source.Settings.Accessibility is not ("public" or "internal"))
        {
            Report($"Accessibility '{source.Settings.Accessibility}' is neither 'public' nor 'internal'");
        }

        if (source.Settings.Emit is not ("client" or "server" or "mock"))
        {
            Report($"Emit '{source.Settings.Emit}' is none of 'client', 'server' and 'mock'");
        }

        foreach (string overlay in source.MissingOverlays)
        {
            Report($"Overlay '{overlay}' is no file of the project");
        }

        void Report(string message) => diagnostics.Add(DiagnosticCatalog.InvalidSetting, source.Model.Path, default, message);
    }

    private static string? Fault(string name) =>
        !Identifier.IsMatch(name) ? $"'{name}' is no C# identifier"
        : SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? $"'{name}' is a keyword of C#"
        : ReservedTypeNames.Avoid(name) != name ? $"'{name}' would hide a type that the generated code uses"
        : null;
}
