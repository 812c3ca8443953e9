using System.Text.Json;

namespace S3Gen.Runtime.Tests.Signing;

/// <summary>Reads the data files of the conformance suites.</summary>
internal static class Vectors
{
    internal static string Read(string path) =>
        File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "Data", path));

    /// <summary>The lines of a JSON Lines file as test cases that are named by their <c>id</c>.</summary>
    internal static IEnumerable<TestCaseData> Lines(string path, Func<JsonElement, bool>? filter = null) =>
        Read(path).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => JsonDocument.Parse(line).RootElement)
            .Where(filter ?? (static _ => true))
            .Select(static json => new TestCaseData(json).SetArgDisplayNames(json.GetProperty("id").GetString()!));

    internal static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
