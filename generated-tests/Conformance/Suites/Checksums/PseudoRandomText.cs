using System.Text;
using System.Text.Json;
using S3Gen.Conformance.Cases;

namespace S3Gen.Conformance.Suites.Checksums;

/// <summary>The bytes of a case: a text, or those that xorshift32 makes of a seed.</summary>
internal static class PseudoRandomText
{
    public static byte[] Read(JsonElement json) =>
        json.OptionalText("text") is { } text ? Encoding.UTF8.GetBytes(text) : Make(json.GetProperty("seed").GetUInt32(), json.GetProperty("length").GetInt32());

    private static byte[] Make(uint seed, int length)
    {
        byte[] bytes = new byte[length];
        uint state = seed;
        for (int i = 0; i < length; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            bytes[i] = (byte)state;
        }

        return bytes;
    }
}
