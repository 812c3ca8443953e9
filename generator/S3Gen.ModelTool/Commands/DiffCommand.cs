using System.Text.Json.Nodes;
using S3Gen.ModelTool.Diff;

namespace S3Gen.ModelTool.Commands;

/// <summary>Compares two models.</summary>
internal static class DiffCommand
{
    public static int Run(string before, string after, TextWriter output) =>
        Report(Read(before), Read(after), output) ? Tool.Findings : Tool.Success;

    /// <summary>Prints the changes; false if there are none.</summary>
    public static bool Report(JsonObject before, JsonObject after, TextWriter output)
    {
        Change[] changes = [.. ModelDiff.Between(before, after)];
        foreach (Change change in changes)
        {
            output.WriteLine($"{(change.IsBreaking ? "BREAKING " : string.Empty)}{change.Text}");
        }

        int breaking = changes.Count(change => change.IsBreaking);
        output.WriteLine(changes.Length == 0 ? "The API is the same." : $"{changes.Length} changes, {breaking} of them breaking.");
        return changes.Length > 0;
    }

    public static JsonObject Read(string path) =>
        JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new FormatException($"{path} is no JSON object.");
}
