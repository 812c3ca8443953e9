using System.Diagnostics;
using System.Globalization;

namespace S3Gen;

/// <summary>
/// A form that uploads one object without credentials. It is as secret as a password until it expires, so <see cref="ToString"/> leaves
/// the fields out.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html"/>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PresignedPost
{
    internal PresignedPost()
    {
    }

    /// <summary>Where the form is sent, as <c>multipart/form-data</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>
    /// The fields of the form, in order. Behind them come the fields that <see cref="PostPolicy.RequirePrefix"/> leaves open, and last
    /// the field <c>file</c> with the content: S3 ignores what follows it.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    /// <summary>When the form ceases to be valid.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the form ceases to work: at <see cref="ExpiresAt"/>, or earlier if the credentials that signed it end before.</summary>
    public required DateTimeOffset EffectiveExpiry { get; init; }

    /// <summary>Address and expiry; the fields are left out.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"POST {Url} [{Fields.Count} signed fields redacted], expires {EffectiveExpiry.UtcDateTime:u}");
}
