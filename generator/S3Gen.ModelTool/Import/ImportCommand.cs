using System.Text.Json.Nodes;
using S3Gen.ModelTool.Check;
using S3Gen.ModelTool.CommandLine;
using S3Gen.ModelTool.Diff;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Import;

/// <summary>Brings a published model in: reads, converts, strips, checks, reports, and only then replaces the file. The overlay is only read.</summary>
internal static class ImportCommand
{
    private const string DefaultOut = "model/s3.json";

    // What an overlay may cure, or what a newer model may do to it.
    private const string DuplicateName = "S3GEN008";
    private const string LostTarget = "S3GEN010";

    public static int Run(Arguments arguments, TextWriter output)
    {
        string source = arguments.Words("published-model.json")[0];
        string target = arguments.Option("--out") ?? DefaultOut;
        ModelDocument imported = PublishedModel.Load(source, output);
        ModelText? overlay = arguments.Option("--overlay") is { } file ? ModelText.Load(file) : null;
        Check(imported, overlay, output);

        ProseStripper.Strip(imported.Root);
        byte[] text = JsonText.Write(imported.Root);
        Report(imported.Root, target, output);
        if (!File.Exists(target) || !File.ReadAllBytes(target).AsSpan().SequenceEqual(text))
        {
            JsonText.Replace(target, text);
        }

        return ExitCode.Success;
    }

    private static void Check(ModelDocument imported, ModelText? overlay, TextWriter output)
    {
        IEnumerable<Fault> alone = ModelRules.Check(imported.Text).Errors.Where(fault => overlay is null || fault.Id != DuplicateName);
        Fault[] together = overlay is null ? [] : [.. ModelRules.Check(imported.Text, overlay).Errors];
        foreach (Fault lost in together.Where(fault => fault.Id == LostTarget))
        {
            output.WriteLine(lost with { IsWarning = true });
        }

        Fault[] faults = [.. alone.Concat(together.Where(fault => fault.Id != LostTarget)).Distinct()];
        if (faults.Length > 0)
        {
            throw new ModelException([.. faults.Select(fault => imported.IsMade && fault.File == imported.File ? fault with { Position = null } : fault)]);
        }
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
}
