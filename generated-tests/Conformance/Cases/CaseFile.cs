using System.Text.Json;

namespace S3Gen.Conformance.Cases;

/// <summary>A file of cases: one JSON document, or JSON Lines.</summary>
internal sealed record CaseFile(string Path, IReadOnlyList<JsonElement> Documents)
{
    private static readonly string[] Extensions = [".json", ".jsonl"];

    /// <exception cref="JsonException">The file is not JSON.</exception>
    public static CaseFile Read(string path)
    {
        Utf8JsonReader reader = new(WithoutByteOrderMark(File.ReadAllBytes(path)), new JsonReaderOptions { AllowMultipleValues = true });
        List<JsonElement> documents = [];
        while (reader.Read())
        {
            documents.Add(JsonElement.ParseValue(ref reader));
        }

        return new CaseFile(path, documents);
    }

    /// <summary>The case files in a folder and those below, in a fixed order.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Extensions.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);

    /// <summary>Whether the first document is an object that has all these fields.</summary>
    public bool BeginsWith(params ReadOnlySpan<string> fields)
    {
        if (Documents is not [{ ValueKind: JsonValueKind.Object } first, ..])
        {
            return false;
        }

        foreach (string field in fields)
        {
            if (!first.TryGetProperty(field, out _))
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(byte[] bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;
}
