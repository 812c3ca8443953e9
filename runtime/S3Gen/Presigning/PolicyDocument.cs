using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace S3Gen.Presigning;

/// <summary>Writes the JSON of a policy: bucket, key, the caller's conditions in their order, then those of the signature.</summary>
internal static class PolicyDocument
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    internal static ReadOnlySpan<byte> Write(PostPolicy policy, IEnumerable<KeyValuePair<string, string>> signing, DateTimeOffset expiration)
    {
        ArrayBufferWriter<byte> buffer = new(1024);
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("expiration", expiration.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteStartArray("conditions");
            WriteEqual(json, PostFields.Bucket, policy.Bucket);
            WriteKey(json, policy);
            foreach (PostCondition condition in policy.Conditions)
            {
                Write(json, condition);
            }

            foreach ((string field, string value) in signing)
            {
                WriteEqual(json, field, value);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private static void WriteKey(Utf8JsonWriter json, PostPolicy policy)
    {
        if (policy.Key is { } key)
        {
            WriteEqual(json, PostFields.Key, key);
        }
        else
        {
            WriteStartsWith(json, PostFields.Key, policy.KeyPrefix!);
        }
    }

    private static void Write(Utf8JsonWriter json, PostCondition condition)
    {
        switch (condition.Kind)
        {
            case PostConditionKind.Equal:
                WriteEqual(json, condition.Field, condition.Value);
                break;
            case PostConditionKind.StartsWith:
                WriteStartsWith(json, condition.Field, condition.Value);
                break;
            default:
                json.WriteStartArray();
                json.WriteStringValue(condition.Field);
                json.WriteRawValue(condition.Value);
                json.WriteRawValue(condition.Upper!);
                json.WriteEndArray();
                break;
        }
    }

    private static void WriteEqual(Utf8JsonWriter json, string field, string value)
    {
        json.WriteStartObject();
        json.WriteString(field, value);
        json.WriteEndObject();
    }

    private static void WriteStartsWith(Utf8JsonWriter json, string field, string prefix)
    {
        json.WriteStartArray();
        json.WriteStringValue("starts-with");
        json.WriteStringValue("$" + field);
        json.WriteStringValue(prefix);
        json.WriteEndArray();
    }
}
