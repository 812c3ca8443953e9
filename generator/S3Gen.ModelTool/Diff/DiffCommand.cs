using S3Gen.ModelTool.CommandLine;
using S3Gen.ModelTool.Import;

namespace S3Gen.ModelTool.Diff;

/// <summary>Compares the APIs of two models.</summary>
internal static class DiffCommand
{
    public static int Run(Arguments arguments, TextWriter output)
    {
        IReadOnlyList<string> files = arguments.Words("old.json", "new.json");
        IReadOnlyList<Change> changes = ModelDiff.Compare(
            PublishedModel.Load(files[0], output).Root,
            PublishedModel.Load(files[1], output).Root);
        DiffReport.Write(changes, output);
        return changes.Count == 0 ? ExitCode.Success : ExitCode.Findings;
    }
}
