using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.Runtime.Checksums;
using RunningChecksum = S3Gen.Runtime.Checksums.Checksum;

namespace S3Gen.Conformance.Suites.Checksums;

/// <summary>Checksums of parts → the composite checksum, the CRCs of the full object, and the entity tag of a multipart upload.</summary>
internal static class PartsCase
{
    public static void Compare(JsonElement json, List<string> differences)
    {
        JsonElement[] parts = [.. json.GetProperty("parts").EnumerateArray()];
        byte[][] contents = [.. parts.Select(PseudoRandomText.Read)];
        for (int i = 0; i < parts.Length; i++)
        {
            ChecksumComparer.CompareAll(parts[i].GetProperty("checksums"), contents[i], $"part {i + 1} ", differences);
        }

        CompareEach(json.GetProperty("composite"), "composite", kind => Composite(kind, contents), differences);
        CompareEach(json.GetProperty("full_object"), "full", kind => Full(kind, contents), differences);

        string eTag = $"\"{Convert.ToHexStringLower(MD5.HashData([.. contents.SelectMany(MD5.HashData)]))}-{contents.Length}\"";
        Differences.Add(differences, "entity tag", json.OptionalText("multipart_etag"), eTag);
    }

    private static void CompareEach(JsonElement expected, string what, Func<ChecksumKind, string> compute, List<string> differences)
    {
        foreach (JsonProperty field in expected.EnumerateObject())
        {
            if (ChecksumKinds.TryParse(field.Name, out ChecksumKind kind))
            {
                Differences.Add(differences, $"{what} {field.Name}", field.Value.GetString(), compute(kind));
            }
        }
    }

    private static string Composite(ChecksumKind kind, byte[][] parts)
    {
        byte[] checksums = [.. parts.SelectMany(part => Convert.FromBase64String(RunningChecksum.ComputeBase64(kind, part)))];
        return string.Create(CultureInfo.InvariantCulture, $"{RunningChecksum.ComputeBase64(kind, checksums)}-{parts.Length}");
    }

    /// <summary>Combined from the parts' CRCs, part by part.</summary>
    private static string Full(ChecksumKind kind, byte[][] parts) =>
        ChecksumComparer.Combine(kind, [.. parts[..^1].SelectMany(part => part)], parts[^1]);
}
