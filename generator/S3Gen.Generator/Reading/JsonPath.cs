using System.Globalization;
using System.Text.Json;

namespace S3Gen.Generator.Reading;

/// <summary>Finds values in JSON text by the way to them, for diagnostics in parts whose positions are not kept.</summary>
internal static class JsonPath
{
    /// <summary>The byte at which a value, or its name, begins; that of the nearest parent where there is no such value.</summary>
    public static long OffsetOf(byte[] utf8, IEnumerable<string> path, int maxDepth)
    {
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        long offset = 0;
        reader.Read();
        foreach (string segment in path)
        {
            bool isFound = reader.TokenType switch
            {
                JsonTokenType.StartObject => TryEnterProperty(ref reader, segment, ref offset),
                JsonTokenType.StartArray => TryEnterItem(ref reader, segment, ref offset),
                _ => false,
            };
            if (!isFound)
            {
                break;
            }
        }

        return offset;
    }

    private static bool TryEnterProperty(ref Utf8JsonReader reader, string name, ref long offset)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            long start = reader.TokenStartIndex;
            bool isMeant = reader.ValueTextEquals(name);
            reader.Read();
            if (isMeant)
            {
                offset = start;
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static bool TryEnterItem(ref Utf8JsonReader reader, string index, ref long offset)
    {
        for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i.ToString(CultureInfo.InvariantCulture) == index)
            {
                offset = reader.TokenStartIndex;
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
