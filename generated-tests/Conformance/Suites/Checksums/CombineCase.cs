using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.Runtime.Checksums;

namespace S3Gen.Conformance.Suites.Checksums;

/// <summary>CRCs of two strings → the CRC of the two together.</summary>
internal static class CombineCase
{
    public static void Compare(JsonElement json, List<string> differences)
    {
        JsonElement firstCase = json.GetProperty("first");
        JsonElement secondCase = json.GetProperty("second");
        JsonElement whole = json.GetProperty("whole");
        byte[] first = PseudoRandomText.Read(firstCase);
        byte[] second = PseudoRandomText.Read(secondCase);
        ChecksumComparer.CompareAll(firstCase, first, "first ", differences);
        ChecksumComparer.CompareAll(secondCase, second, "second ", differences);
        ChecksumComparer.CompareAll(whole, [.. first, .. second], "whole ", differences);
        foreach (JsonProperty field in whole.EnumerateObject())
        {
            if (ChecksumKinds.TryParse(field.Name, out ChecksumKind kind))
            {
                Differences.Add(differences, $"combined {field.Name}", field.Value.GetString(), ChecksumComparer.Combine(kind, first, second));
            }
        }
    }
}
