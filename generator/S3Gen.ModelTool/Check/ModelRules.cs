using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;
using S3Gen.Generator.Reading;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Check;

/// <summary>Checks a model by the generator's own rules: what it says of a model here, it says in a build, under the same id.</summary>
internal static class ModelRules
{
    // What a project would choose; no rule of the model depends on it.
    private static readonly GenerationSettings Settings = new() { Namespace = "S3Gen", Accessibility = "public" };

    public static CheckResult Check(ModelText model, ModelText? overlay = null)
    {
        EquatableArray<JsonTree> overlays = overlay is null ? default : new[] { Parse(overlay) }.ToEquatableArray();
        ModelReadResult result = ModelReader.Read(new ModelSource(Parse(model), overlays, Settings));
        return new CheckResult([.. result.Diagnostics.Select(ToFault)], result.Model?.Service.Operations.Count ?? 0);
    }

    private static JsonTree Parse(ModelText text) =>
        JsonTree.Parse(new SourceDocument(text.File, SourceText.From(Encoding.UTF8.GetString(text.Utf8), Encoding.UTF8)));

    private static Fault ToFault(DiagnosticInfo info)
    {
        Diagnostic diagnostic = info.ToDiagnostic();
        return new Fault(info.Path, new TextPosition(info.Position.Line + 1, info.Position.Column + 1), diagnostic.GetMessage(CultureInfo.InvariantCulture))
        {
            Id = info.Id,
            IsWarning = diagnostic.Severity == DiagnosticSeverity.Warning,
        };
    }
}

/// <summary>What the rules found, and how many operations a client of the model has.</summary>
internal sealed record CheckResult(IReadOnlyList<Fault> Faults, int Operations)
{
    public IEnumerable<Fault> Errors => Faults.Where(fault => !fault.IsWarning);
}
