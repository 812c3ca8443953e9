using System.Text.Json.Nodes;
using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;
using S3Gen.ModelTool.Import;

namespace S3Gen.ModelTool.Commands;

/// <summary>Brings a published model in.</summary>
internal static class ImportCommand
{
    public static int Run(string published, Options options, TextWriter output, TextWriter errors)
    {
        string target = options["--out"] ?? Path.Combine("model", "s3.json");
        string overlay = options["--overlay"] ?? Path.ChangeExtension(target, "overlay.json");
        JsonObject model = PublishedModel.Read(published);
        string text = ModelText.Write(model);
        EquatableArray<DiagnosticInfo> faults = CheckCommand.Check(target, text, File.Exists(overlay) ? overlay : null);
        if (faults.Count > 0)
        {
            foreach (DiagnosticInfo fault in faults)
            {
                errors.WriteLine(CheckCommand.Format(fault));
            }

            errors.WriteLine($"s3gen: {target} is left as it was.");
            return Tool.Findings;
        }

        if (File.Exists(target))
        {
            DiffCommand.Report(DiffCommand.Read(target), model, output);
        }

        Replace(target, text);
        output.WriteLine($"{target}: {ModelText.Operations(model)} operations.");
        return Tool.Success;
    }

    // Whoever reads the file sees the old model or the new one, never half of either.
    private static void Replace(string target, string text)
    {
        string temporary = target + ".new";
        File.WriteAllText(temporary, text);
        File.Move(temporary, target, overwrite: true);
    }
}
