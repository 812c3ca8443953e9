using System.Diagnostics;

namespace S3Gen.Runtime.Signing;

/// <summary>The keys that one request is signed with.</summary>
[DebuggerDisplay("{AccessKeyId,nq}")]
internal readonly struct SigningCredentials(string accessKeyId, SecretString secretAccessKey, SecretString? sessionToken = null)
{
    internal SigningCredentials(string accessKeyId, string secretAccessKey, string? sessionToken = null)
        : this(accessKeyId, new SecretString(secretAccessKey), sessionToken is null ? null : new SecretString(sessionToken))
    {
    }

    internal string AccessKeyId { get; } = accessKeyId;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal SecretString SecretAccessKey { get; } = secretAccessKey;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? SessionToken => sessionToken?.HeaderValue;

    /// <summary>The access key id alone: the rest is secret.</summary>
    public override string ToString() => AccessKeyId;
}
