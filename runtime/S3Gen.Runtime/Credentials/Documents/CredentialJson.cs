using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>The JSON documents in which credentials come. None of their content gets into a message.</summary>
[JsonSerializable(typeof(TemporaryKeys))]
[JsonSerializable(typeof(SsoToken))]
[JsonSerializable(typeof(SsoRenewedToken))]
[JsonSerializable(typeof(SsoRoleCredentials))]
internal sealed partial class CredentialJson : JsonSerializerContext
{
    /// <exception cref="CredentialsException">It is no such document.</exception>
    internal static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type, string source)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new CredentialsException($"{source} gave null") { IsFault = true };
        }
        catch (JsonException)
        {
            // Its message may repeat what could not be read.
            throw new CredentialsException($"{source} gave no JSON of the expected kind") { IsFault = true };
        }
    }
}
