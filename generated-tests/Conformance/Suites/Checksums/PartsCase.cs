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

        foreach (JsonProperty field in json.GetProperty("composite").EnumerateObject().Where(IsKnown))
        {
            _ = ChecksumKinds.TryParse(field.Name, out ChecksumKind kind);
            Differences.Add(differences, $"composite {field.Name}", field.Value.GetString(), Composite(kind, contents));
        }

        foreach (JsonProperty field in json.GetProperty("full_object").EnumerateObject().Where(IsKnown))
        {
            _ = ChecksumKinds.TryParse(field.Name, out ChecksumKind kind);
            Differences.Add(differences, $"full {field.Name}", field.Value.GetString(), Full(kind, contents));
        }

        string eTag = $"\"{Convert.ToHexStringLower(MD5.HashData([.. contents.SelectMany(MD5.HashData)]))}-{contents.Length}\"";
        Differences.Add(differences, "entity tag", json.OptionalText("multipart_etag"), eTag);
    }

    private static bool IsKnown(JsonProperty field) => ChecksumKinds.TryParse(field.Name, out _);

    private static string Composite(ChecksumKind kind, byte[][] parts)
    {
        byte[] checksums = [.. parts.SelectMany(part => Convert.FromBase64String(RunningChecksum.ComputeBase64(kind, part)))];
        return string.Create(CultureInfo.InvariantCulture, $"{RunningChecksum.ComputeBase64(kind, checksums)}-{parts.Length}");
    }

    /// <summary>Combined from the parts' CRCs, part by part.</summary>
    private static string Full(ChecksumKind kind, byte[][] parts) =>
        ChecksumComparer.Combine(kind, [.. parts[..^1].SelectMany(part => part)], parts[^1]);
}
