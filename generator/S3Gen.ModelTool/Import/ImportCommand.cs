using System.Text.Json.Nodes;
using S3Gen.ModelTool.Check;
using S3Gen.ModelTool.CommandLine;
using S3Gen.ModelTool.Diff;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Import;

/// <summary>Brings a published model in: reads, converts, strips, checks, reports, and only then replaces the file.</summary>
internal static class ImportCommand
{
    private const string DefaultOut = "model/s3.json";

    public static int Run(Arguments arguments, TextWriter output)
    {
        string source = arguments.Words("published-model.json")[0];
        string target = arguments.Option("--out") ?? DefaultOut;
        ModelDocument imported = PublishedModel.Load(source, output);
        IReadOnlyList<Fault> faults = ModelChecker.Check(imported, overlay: null);
        if (faults.Count > 0)
        {
            throw new ModelException(faults);
        }

        ProseStripper.Strip(imported.Root);
        byte[] text = JsonText.Write(imported.Root);
        Report(imported.Root, target, output);
        if (arguments.Option("--overlay") is { } overlay)
        {
            ReportOverlay(imported, ModelDocument.Load(overlay), output);
        }

        if (!File.Exists(target) || !File.ReadAllBytes(target).AsSpan().SequenceEqual(text))
        {
            JsonText.Replace(target, text);
        }

        return ExitCode.Success;
    }

    private static void Report(JsonObject imported, string target, TextWriter output)
    {
        if (!File.Exists(target))
        {
            int operations = Ast.Operations(imported).Count();
            output.WriteLine($"{target}: new, {operations} operations, {Ast.Shapes(imported).Count()} shapes");
            return;
        }

        DiffReport.Write(ModelDiff.Compare(PublishedModel.Load(target, output).Root, imported), output);
    }

    private static void ReportOverlay(ModelDocument imported, ModelDocument overlay, TextWriter output)
    {
        foreach (Fault fault in OverlayRule.Check(imported, overlay))
        {
            output.WriteLine(fault.ToString().Replace(": error ", ": warning ", StringComparison.Ordinal));
        }
    }
}
