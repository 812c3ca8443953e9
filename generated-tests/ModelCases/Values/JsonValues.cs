using System.Globalization;
using System.Text.Json;

namespace S3Gen.ModelCases.Values;

/// <summary>Reads values from JSON in which <c>{"$blob": base64}</c> and <c>{"$timestamp": date-time}</c> stand for what JSON lacks.</summary>
public static class JsonValues
{
    public static Value Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => NullValue.Instance,
        JsonValueKind.True or JsonValueKind.False => new BooleanValue(json.GetBoolean()),
        JsonValueKind.String => new TextValue(json.GetString()!),
        JsonValueKind.Number => ReadNumber(json),
        JsonValueKind.Array => new ListValue([.. json.EnumerateArray().Select(Read)]),
        _ => ReadObject(json),
    };

    public static StructureValue ReadStructure(JsonElement json) =>
        Read(json) as StructureValue ?? throw new FormatException($"A JSON object was due in place of {json.GetRawText()}.");

    private static Value ReadNumber(JsonElement json) =>
        Int128.TryParse(json.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out Int128 whole)
            ? new IntegerValue(whole)
            : new RealValue(json.GetDouble());

    private static Value ReadObject(JsonElement json)
    {
        JsonProperty[] properties = [.. json.EnumerateObject()];
        return properties switch
        {
            [{ Name: "$blob" } blob] => new BlobValue(blob.Value.GetBytesFromBase64()),
            [{ Name: "$timestamp" } time] => new TimestampValue(time.Value.GetDateTimeOffset()),
            _ => new StructureValue([.. properties.Select(property => KeyValuePair.Create(property.Name, Read(property.Value)))]),
        };
    }
}
