using System.Text;
using System.Text.Json;

namespace S3Gen.Encryption.Formats;

/// <summary>Dictionaries of strings as JSON: descriptions of wrapping keys, and instruction files. Written in ASCII, as headers need it.</summary>
internal static class MaterialDescription
{
    internal static string Write(IReadOnlyDictionary<string, string> description)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text))
        {
            writer.WriteStartObject();
            foreach ((string name, string value) in description)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        return Encoding.ASCII.GetString(text.ToArray());
    }

    /// <exception cref="S3EncryptionException">It is not a JSON object of strings.</exception>
    internal static Dictionary<string, string> Read(ReadOnlyMemory<byte> json, string what)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            Dictionary<string, string> description = new(StringComparer.Ordinal);
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                description[property.Name] = property.Value.GetString() ?? string.Empty;
            }

            return description;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new S3EncryptionException($"{what} is not a JSON object of strings.", e);
        }
    }

    internal static bool AreEqual(IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right)
    {
        foreach ((string name, string value) in left)
        {
            if (!right.TryGetValue(name, out string? other) || other != value)
            {
                return false;
            }
        }

        return left.Count == right.Count;
    }
}
