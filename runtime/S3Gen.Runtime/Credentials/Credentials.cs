using System.Diagnostics;

namespace S3Gen.Runtime;

/// <summary>The keys that requests are signed with. Secrets show nowhere: not in text, not in a debugger's summary.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Credentials : IDisposable
{
    /// <summary>Makes credentials.</summary>
    /// <param name="accessKeyId">The access key id, which is no secret.</param>
    /// <param name="secretAccessKey">The secret access key.</param>
    /// <param name="sessionToken">The token of temporary credentials; null or "" for lasting ones.</param>
    /// <param name="expiration">When they cease to be valid; null if they do not.</param>
    /// <exception cref="ArgumentException">A key is empty, or the id or token cannot be part of a header.</exception>
    public Credentials(string accessKeyId, string secretAccessKey, string? sessionToken = null, DateTimeOffset? expiration = null)
        : this(accessKeyId, Protect(secretAccessKey), string.IsNullOrEmpty(sessionToken) ? null : new SecretString(sessionToken), expiration)
    {
    }

    private Credentials(string accessKeyId, SecretString secretAccessKey, SecretString? sessionToken, DateTimeOffset? expiration)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accessKeyId);
        ArgumentNullException.ThrowIfNull(secretAccessKey);
        if (secretAccessKey.IsEmpty)
        {
            throw new ArgumentException("The secret access key is empty.", nameof(secretAccessKey));
        }

        if (accessKeyId.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new ArgumentException("The access key id holds characters that cannot be part of a header.", nameof(accessKeyId));
        }

        if (sessionToken is not null && sessionToken.Bytes.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
        {
            throw new ArgumentException("The session token holds characters that cannot be part of a header.", nameof(sessionToken));
        }

        AccessKeyId = accessKeyId;
        SecretAccessKey = secretAccessKey;
        SessionToken = sessionToken is { IsEmpty: true } ? null : sessionToken;
        Expiration = expiration;
    }

    private Credentials()
    {
        AccessKeyId = string.Empty;
        SecretAccessKey = new SecretString(string.Empty);
    }

    /// <summary>No credentials: requests are not signed, as for public buckets.</summary>
    public static Credentials Anonymous { get; } = new();

    /// <summary>The access key id; empty if anonymous.</summary>
    public string AccessKeyId { get; }

    /// <summary>The secret access key; empty if anonymous.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public SecretString SecretAccessKey { get; }

    /// <summary>The token of temporary credentials; null for lasting ones.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public SecretString? SessionToken { get; }

    /// <summary>When they cease to be valid; null if they do not.</summary>
    public DateTimeOffset? Expiration { get; }

    /// <summary>Whether requests are left unsigned.</summary>
    public bool IsAnonymous => ReferenceEquals(this, Anonymous);

    /// <summary>Makes credentials of secrets, which become the credentials' own: they are wiped with them.</summary>
    /// <param name="accessKeyId">The access key id, which is no secret.</param>
    /// <param name="secretAccessKey">The secret access key.</param>
    /// <param name="sessionToken">The token of temporary credentials; null for lasting ones.</param>
    /// <param name="expiration">When they cease to be valid; null if they do not.</param>
    /// <exception cref="ArgumentException">A key is empty, or the id or token cannot be part of a header.</exception>
    public static Credentials FromSecrets(
        string accessKeyId, SecretString secretAccessKey, SecretString? sessionToken = null, DateTimeOffset? expiration = null) =>
        new(accessKeyId, secretAccessKey, sessionToken, expiration);

    /// <summary>Wipes the secrets from memory. Nothing can be signed with these credentials any more.</summary>
    public void Dispose()
    {
        if (!IsAnonymous)
        {
            SecretAccessKey.Dispose();
            SessionToken?.Dispose();
        }
    }

    /// <summary>The access key id, and that the rest is secret.</summary>
    public override string ToString() => IsAnonymous ? "anonymous" : $"{AccessKeyId} [secrets redacted]";

    private static SecretString Protect(string secretAccessKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secretAccessKey);
        return new SecretString(secretAccessKey);
    }
}
