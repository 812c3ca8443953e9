using System.Globalization;

namespace S3Gen.ModelCases.Values;

/// <summary>Values as one reads them in a report.</summary>
public static class ValueText
{
    private const int MaxLength = 160;

    public static string Of(Value? value)
    {
        string text = Write(value);
        return text.Length <= MaxLength ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, MaxLength)}… ({text.Length} characters)");
    }

    private static string Write(Value? value) => value switch
    {
        null => "nothing",
        NullValue => "null",
        BooleanValue boolean => boolean.Boolean ? "true" : "false",
        IntegerValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        RealValue number => number.Number.ToString("R", CultureInfo.InvariantCulture),
        TextValue text => Quote(text.Text),
        TimestampValue time => time.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        BlobValue blob => $"{blob.Bytes.Length} bytes {Convert.ToHexStringLower(blob.Bytes.Span[..Math.Min(32, blob.Bytes.Length)])}",
        ListValue list => $"[{string.Join(", ", list.Items.Select(Write))}]",
        MapValue map => WriteFields(map.Entries),
        StructureValue structure => WriteFields(structure.Members),
        _ => value.ToString(),
    };

    private static string WriteFields(IReadOnlyList<KeyValuePair<string, Value>> fields) =>
        $"{{{string.Join(", ", fields.Select(field => $"{field.Key}: {Write(field.Value)}"))}}}";

    private static string Quote(string text) =>
        "\"" + string.Concat(text.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString())) + "\"";
}
