using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>An additional file that takes part in generation: a model with its settings, or an overlay.</summary>
internal sealed record ModelItem(SourceDocument Document, bool IsOverlay, EquatableArray<string> Overlays, GenerationSettings? Settings)
{
    private const string Metadata = "build_metadata.AdditionalFiles.S3Gen";

    /// <summary>Reads the metadata that the package's targets put on the file; null for files that are none of ours.</summary>
    public static ModelItem? Read(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        string role = Value("Role");
        if (role.Length == 0 || file.GetText(cancellation) is not { } text)
        {
            return null;
        }

        SourceDocument document = new(file.Path, text);
        if (role != "Model")
        {
            return new ModelItem(document, true, default, null);
        }

        GenerationSettings settings = new()
        {
            Namespace = Value("Namespace") is { Length: > 0 } name ? name : RootNamespace(options),
            ClientName = Value("ClientName") is { Length: > 0 } client ? client : null,
            Operations = List("Operations"),
            Accessibility = Value("Accessibility") is { Length: > 0 } accessibility ? accessibility : "public",
            Emit = Value("Emit") is { Length: > 0 } emit ? emit : "client",
        };
        return new ModelItem(document, false, List("Overlay"), settings);

        string Value(string name) => metadata.TryGetValue(Metadata + name, out string? value) ? value.Trim() : string.Empty;

        // A semicolon ends a comment in the file that carries metadata to the compiler, so the targets send commas.
        EquatableArray<string> List(string name) =>
            Value(name).Split([';', ','], StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim()).Where(part => part.Length > 0).ToEquatableArray();
    }

    /// <summary>Whether this is the file that a project names so, in whatever folder that is.</summary>
    public bool IsAt(string given) =>
        Normalize(Document.Path) is var path && Normalize(given) is var suffix && (path == suffix || path.EndsWith("/" + suffix, StringComparison.Ordinal));

    private static string Normalize(string path)
    {
        Stack<string> parts = new();
        foreach (string part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts.Peek() is not ("" or ".."))
            {
                parts.Pop();
            }
            else if (part is not ("." or ".."))
            {
                parts.Push(part);
            }
        }

        return string.Join("/", parts.Reverse());
    }

    private static string RootNamespace(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? root) && root.Length > 0 ? root : "S3";
}
