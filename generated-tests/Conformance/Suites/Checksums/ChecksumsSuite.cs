using System.Text.Json;
using S3Gen.Conformance.Cases;

namespace S3Gen.Conformance.Suites.Checksums;

/// <summary>Bytes → checksums; CRCs of two strings → that of both; checksums of parts → those of the whole.</summary>
internal sealed class ChecksumsSuite : ISuite
{
    public string Name => "checksums";

    public string Summary => "bytes -> checksums (vectors/checksums.json, vectors/checksum-composite.jsonl)";

    public bool Recognizes(CaseFile file) => IsTable(file) || IsParts(file);

    public IEnumerable<ConformanceCase> Read(CaseFile file) => IsTable(file)
        ? file.Documents.SelectMany(ReadTable)
        : file.Documents.Select(json => new ConformanceCase(json.Text("id"), () => Run(differences => PartsCase.Compare(json, differences))));

    private static bool IsTable(CaseFile file) => file.BeginsWith("cases", "combine");

    private static bool IsParts(CaseFile file) => file.BeginsWith("id", "parts", "composite");

    private static IEnumerable<ConformanceCase> ReadTable(JsonElement table)
    {
        int number = 0;
        foreach (JsonElement json in table.GetProperty("cases").EnumerateArray())
        {
            yield return new($"checksum/{number++}", () => Run(differences => ChecksumComparer.CompareAll(json, PseudoRandomText.Read(json), string.Empty, differences)));
        }

        number = 0;
        foreach (JsonElement json in table.GetProperty("combine").EnumerateArray())
        {
            yield return new($"combine/{number++}", () => Run(differences => CombineCase.Compare(json, differences)));
        }
    }

    private static Task<IReadOnlyList<string>> Run(Action<List<string>> compare)
    {
        List<string> differences = [];
        compare(differences);
        return Task.FromResult<IReadOnlyList<string>>(differences);
    }
}
