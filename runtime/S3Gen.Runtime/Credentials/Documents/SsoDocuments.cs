using System.Text.Json.Serialization;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>A cached sign-in, as the AWS command line keeps it.</summary>
internal sealed class SsoToken
{
    [JsonPropertyName("startUrl")]
    public string? StartUrl { get; init; }

    [JsonPropertyName("region")]
    public string? Region { get; init; }

    [JsonPropertyName("accessToken")]
    public SecretString? AccessToken { get; init; }

    /// <summary>ISO 8601; early command lines write <c>UTC</c> in place of <c>Z</c>.</summary>
    [JsonPropertyName("expiresAt")]
    public string? ExpiresAt { get; init; }

    [JsonPropertyName("clientId")]
    public string? ClientId { get; init; }

    [JsonPropertyName("clientSecret")]
    public SecretString? ClientSecret { get; init; }

    [JsonPropertyName("refreshToken")]
    public SecretString? RefreshToken { get; init; }
}

/// <summary>A sign-in that was renewed.</summary>
internal sealed class SsoRenewedToken
{
    [JsonPropertyName("accessToken")]
    public SecretString? AccessToken { get; init; }

    /// <summary>In seconds.</summary>
    [JsonPropertyName("expiresIn")]
    public int ExpiresIn { get; init; }

    [JsonPropertyName("refreshToken")]
    public SecretString? RefreshToken { get; init; }
}

/// <summary>The keys of a role.</summary>
internal sealed class SsoRoleCredentials
{
    [JsonPropertyName("roleCredentials")]
    public SsoKeys? Keys { get; init; }
}

internal sealed class SsoKeys
{
    [JsonPropertyName("accessKeyId")]
    public string? AccessKeyId { get; init; }

    [JsonPropertyName("secretAccessKey")]
    public SecretString? SecretAccessKey { get; init; }

    [JsonPropertyName("sessionToken")]
    public SecretString? SessionToken { get; init; }

    /// <summary>In milliseconds since 1970.</summary>
    [JsonPropertyName("expiration")]
    public long Expiration { get; init; }
}
