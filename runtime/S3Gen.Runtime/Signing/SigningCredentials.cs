using System.Diagnostics;

namespace S3Gen.Runtime.Signing;

/// <summary>The keys that one request is signed with.</summary>
[DebuggerDisplay("{AccessKeyId,nq}")]
internal readonly struct SigningCredentials(string accessKeyId, string secretAccessKey, string? sessionToken = null)
{
    internal string AccessKeyId { get; } = accessKeyId;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string SecretAccessKey { get; } = secretAccessKey;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? SessionToken { get; } = sessionToken;

    /// <summary>The access key id alone: the rest is secret.</summary>
    public override string ToString() => AccessKeyId;
}
