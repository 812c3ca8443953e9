using System.Text;
using System.Text.Json;

namespace S3Gen.Generator.Reading;

/// <summary>Texts of one document: names of properties and shapes stand there a thousand times, and are made once.</summary>
internal sealed class StringPool
{
    private const int Slots = 4096;
    private const int LongestPooled = 64;

    private readonly (byte[] Utf8, string Text)[] _slots = new (byte[], string)[Slots];

    /// <summary>The text at which the reader stands.</summary>
    /// <exception cref="JsonException">It escapes half a surrogate pair: JSON by its grammar, yet no text.</exception>
    public string Read(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> utf8 = reader.ValueSpan;
        if (reader.ValueIsEscaped || utf8.Length > LongestPooled)
        {
            return Unescape(ref reader);
        }

        ref (byte[] Utf8, string Text) slot = ref _slots[SlotOf(utf8)];
        if (slot.Utf8 is null || !utf8.SequenceEqual(slot.Utf8))
        {
            byte[] copy = utf8.ToArray();
            slot = (copy, Encoding.UTF8.GetString(copy));
        }

        return slot.Text;
    }

    private static string Unescape(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException(fault.Message, null, null, null);
        }
    }

    // FNV-1a.
    private static int SlotOf(ReadOnlySpan<byte> utf8)
    {
        uint hash = 2166136261;
        foreach (byte b in utf8)
        {
            hash = unchecked((hash ^ b) * 16777619);
        }

        return (int)(hash % Slots);
    }
}
