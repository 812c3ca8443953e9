using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>Reads a secret from JSON without making a string of it; writes that there is one.</summary>
internal sealed class SecretStringConverter : JsonConverter<SecretString>
{
    public override SecretString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("A secret is not a string.");
        }

        long length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(checked((int)length));
        try
        {
            return new SecretString(buffer.AsSpan(0, reader.CopyString(buffer)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer.AsSpan(0, (int)length));
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public override void Write(Utf8JsonWriter writer, SecretString value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
