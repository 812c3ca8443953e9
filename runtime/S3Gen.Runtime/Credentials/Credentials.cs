using System.Diagnostics;

namespace S3Gen.Runtime;

/// <summary>The keys that requests are signed with. Secrets show nowhere: not in text, not in a debugger's summary.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Credentials
{
    /// <summary>Makes credentials.</summary>
    /// <param name="accessKeyId">The access key id, which is no secret.</param>
    /// <param name="secretAccessKey">The secret access key.</param>
    /// <param name="sessionToken">The token of temporary credentials; null for lasting ones.</param>
    /// <param name="expiration">When they cease to be valid; null if they do not.</param>
    /// <exception cref="ArgumentException">A key is empty, or the id or token cannot be part of a header.</exception>
    public Credentials(string accessKeyId, string secretAccessKey, string? sessionToken = null, DateTimeOffset? expiration = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accessKeyId);
        ArgumentException.ThrowIfNullOrWhiteSpace(secretAccessKey);
        if (!IsVisibleAscii(accessKeyId))
        {
            throw new ArgumentException("The access key id holds characters that cannot be part of a header.", nameof(accessKeyId));
        }

        if (sessionToken is not null && !IsVisibleAscii(sessionToken))
        {
            throw new ArgumentException("The session token holds characters that cannot be part of a header.", nameof(sessionToken));
        }

        AccessKeyId = accessKeyId;
        SecretAccessKey = secretAccessKey;
        SessionToken = string.IsNullOrEmpty(sessionToken) ? null : sessionToken;
        Expiration = expiration;
    }

    private Credentials()
    {
        AccessKeyId = string.Empty;
        SecretAccessKey = string.Empty;
    }

    /// <summary>No credentials: requests are not signed, as for public buckets.</summary>
    public static Credentials Anonymous { get; } = new();

    /// <summary>The access key id; empty if anonymous.</summary>
    public string AccessKeyId { get; }

    /// <summary>The secret access key; empty if anonymous.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string SecretAccessKey { get; }

    /// <summary>The token of temporary credentials; null for lasting ones.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SessionToken { get; }

    /// <summary>When they cease to be valid; null if they do not.</summary>
    public DateTimeOffset? Expiration { get; }

    /// <summary>Whether requests are left unsigned.</summary>
    public bool IsAnonymous => ReferenceEquals(this, Anonymous);

    /// <summary>The access key id, and that the rest is secret.</summary>
    public override string ToString() => IsAnonymous ? "anonymous" : $"{AccessKeyId} [secrets redacted]";

    private static bool IsVisibleAscii(string text) => !text.AsSpan().ContainsAnyExceptInRange('!', '~');
}
