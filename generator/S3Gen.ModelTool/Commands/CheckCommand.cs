using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;
using S3Gen.Generator.Reading;

namespace S3Gen.ModelTool.Commands;

/// <summary>Reads a model as the generator does.</summary>
internal static class CheckCommand
{
    public static int Run(string model, Options options, TextWriter output)
    {
        EquatableArray<DiagnosticInfo> faults = Check(model, File.ReadAllText(model), options["--overlay"]);
        foreach (DiagnosticInfo fault in faults)
        {
            output.WriteLine(Format(fault));
        }

        return faults.Count == 0 ? Tool.Success : Tool.Findings;
    }

    /// <summary>What is wrong with the text of a model, with the positions at which it stands.</summary>
    public static EquatableArray<DiagnosticInfo> Check(string path, string text, string? overlay)
    {
        SourceDocument[] overlays = overlay is null ? [] : [new SourceDocument(overlay, SourceText.From(File.ReadAllText(overlay), Encoding.UTF8))];
        GenerationSettings settings = new() { Namespace = "Checked", Accessibility = "public" };
        return ModelReader.Read(new ModelSource(new SourceDocument(path, SourceText.From(text, Encoding.UTF8)), overlays.ToEquatableArray(), settings)).Diagnostics;
    }

    /// <summary>A fault in the form that editors and build logs jump from: <c>file(line,column): error id: message</c>.</summary>
    public static string Format(DiagnosticInfo fault)
    {
        Diagnostic diagnostic = fault.ToDiagnostic();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{fault.Path}({fault.Position.Line + 1},{fault.Position.Column + 1}): error {fault.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }
}
