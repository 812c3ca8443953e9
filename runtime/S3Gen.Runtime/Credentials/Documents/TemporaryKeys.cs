using System.Text.Json.Serialization;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>Keys as containers, instance metadata and processes give them.</summary>
internal sealed class TemporaryKeys
{
    /// <summary>Of processes alone: 1.</summary>
    [JsonPropertyName("Version")]
    public int? Version { get; init; }

    /// <summary>Of instance metadata alone: <c>Success</c>, or what is wrong.</summary>
    [JsonPropertyName("Code")]
    public string? Code { get; init; }

    [JsonPropertyName("AccessKeyId")]
    public string? AccessKeyId { get; init; }

    [JsonPropertyName("SecretAccessKey")]
    public SecretString? SecretAccessKey { get; init; }

    [JsonPropertyName("Token")]
    public SecretString? Token { get; init; }

    /// <summary>The token, as processes call it.</summary>
    [JsonPropertyName("SessionToken")]
    public SecretString? SessionToken { get; init; }

    [JsonPropertyName("Expiration")]
    public DateTimeOffset? Expiration { get; init; }

    /// <exception cref="CredentialsException">Keys are missing or cannot be used.</exception>
    internal Credentials ToCredentials(string source) => CredentialsFactory.Create(source, AccessKeyId, SecretAccessKey, Token ?? SessionToken, Expiration);
}
