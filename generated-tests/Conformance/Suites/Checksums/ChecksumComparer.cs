using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.Runtime.Checksums;
using RunningChecksum = S3Gen.Runtime.Checksums.Checksum;

namespace S3Gen.Conformance.Suites.Checksums;

/// <summary>Compares checksums by name, each computed at once and in uneven pieces.</summary>
internal static class ChecksumComparer
{
    private static readonly int[] Pieces = [1, 15, 64, 3, 1000, 7, 4096];

    /// <summary>Compares every field of an object that is named like an algorithm.</summary>
    public static void CompareAll(JsonElement expected, byte[] data, string what, List<string> differences)
    {
        int known = 0;
        foreach (JsonProperty field in expected.EnumerateObject())
        {
            if (ChecksumKinds.TryParse(field.Name, out ChecksumKind kind))
            {
                known++;
                Differences.Add(differences, $"{what}{field.Name}", field.Value.GetString(), RunningChecksum.ComputeBase64(kind, data));
                Differences.Add(differences, $"{what}{field.Name} in pieces", field.Value.GetString(), InPieces(kind, data));
            }
        }

        if (known == 0)
        {
            differences.Add($"{what}no checksum that the client knows is in the case");
        }
    }

    /// <summary>The CRC of both, made of the CRC of each alone.</summary>
    public static string Combine(ChecksumKind kind, byte[] first, byte[] second)
    {
        ulong crc = CrcField.Of(kind).Combine(CrcOf(kind, first), CrcOf(kind, second), second.Length);
        byte[] bytes = BitConverter.GetBytes(crc)[..kind.Size()];
        Array.Reverse(bytes);
        return Convert.ToBase64String(bytes);
    }

    private static ulong CrcOf(ChecksumKind kind, byte[] data)
    {
        using RunningChecksum checksum = new(kind);
        checksum.Append(data);
        return checksum.GetCrc();
    }

    private static string InPieces(ChecksumKind kind, byte[] data)
    {
        using RunningChecksum checksum = new(kind);
        int offset = 0;
        for (int i = 0; offset < data.Length; i++)
        {
            int length = Math.Min(Pieces[i % Pieces.Length], data.Length - offset);
            checksum.Append(data.AsSpan(offset, length));
            offset += length;
        }

        return checksum.ToBase64();
    }
}
