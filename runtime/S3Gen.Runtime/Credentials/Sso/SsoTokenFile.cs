using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>The file in which the AWS command line keeps a sign-in: <c>~/.aws/sso/cache/&lt;SHA-1 of the session&gt;.json</c>.</summary>
internal sealed class SsoTokenFile
{
    private const long MaxLength = 64 * 1024;

    private readonly string _path;
    private readonly SsoProfile _profile;

    /// <exception cref="CredentialsException">There is no home directory.</exception>
    internal SsoTokenFile(EnvironmentSource environment, SsoProfile profile)
    {
        string home = environment.HomeDirectory ?? throw new CredentialsException("there is no home directory, where sign-ins are kept") { IsFault = true };
        _profile = profile;
        _path = Path.Combine(home, ".aws", "sso", "cache", FileName(profile.CacheKey));
    }

    /// <exception cref="CredentialsException">Nobody has signed in, or the file cannot be read.</exception>
    internal async ValueTask<SsoToken> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(_path))
        {
            throw new CredentialsException($"nobody has signed in to {_profile.StartUrl}: {_profile.SignInHint}") { IsFault = true };
        }

        byte[] json = Encoding.UTF8.GetBytes(await TokenFile.ReadAsync(_path, MaxLength, "the sign-in", cancellationToken).ConfigureAwait(false));
        try
        {
            return CredentialJson.Read(json, CredentialJson.Default.SsoToken, $"the sign-in in {_path}");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(json);
        }
    }

    /// <summary>When a sign-in ends; in the past if the file does not say.</summary>
    internal static DateTimeOffset ExpirationOf(SsoToken token) => DateTimeOffset.TryParse(
        token.ExpiresAt?.Replace("UTC", "Z", StringComparison.Ordinal),
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out DateTimeOffset expiration) ? expiration : DateTimeOffset.MinValue;

    /// <summary>Puts a renewed sign-in in the place of the old one, all else and the file's permissions as they were.</summary>
    internal void Replace(SsoRenewedToken renewed, DateTimeOffset expiration)
    {
        byte[] json = Merge(File.ReadAllBytes(_path), renewed, expiration);
        string temporary = $"{_path}.{Guid.NewGuid():N}";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File.GetUnixFileMode(_path);
        }

        using (FileStream file = new(temporary, options))
        {
            file.Write(json);
        }

        CryptographicOperations.ZeroMemory(json);
        File.Move(temporary, _path, overwrite: true);
    }

    /// <summary>The command line and all SDKs name the files so; it protects nothing.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The name of a file that others chose.")]
    private static string FileName(string key) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(key))) + ".json";

    private static byte[] Merge(byte[] old, SsoRenewedToken renewed, DateTimeOffset expiration)
    {
        using MemoryStream merged = new();
        using JsonDocument document = JsonDocument.Parse(old);
        using (Utf8JsonWriter writer = new(merged))
        {
            writer.WriteStartObject();
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                bool isReplaced = property.Name is "accessToken" or "expiresAt" || (property.Name == "refreshToken" && renewed.RefreshToken is not null);
                if (!isReplaced)
                {
                    property.WriteTo(writer);
                }
            }

            writer.WriteString("accessToken", renewed.AccessToken!.Bytes);
            writer.WriteString("expiresAt", expiration.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            if (renewed.RefreshToken is { } refresh)
            {
                writer.WriteString("refreshToken", refresh.Bytes);
            }

            writer.WriteEndObject();
        }

        CryptographicOperations.ZeroMemory(old);
        byte[] json = merged.ToArray();
        CryptographicOperations.ZeroMemory(merged.GetBuffer());
        return json;
    }
}
