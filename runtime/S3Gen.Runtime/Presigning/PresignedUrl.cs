using System.Diagnostics;
using System.Globalization;

namespace S3Gen.Runtime;

/// <summary>
/// A URL that carries its own signature: whoever holds it may do the one thing that it was made for, until it expires. It is as secret
/// as a password, so <see cref="ToString"/> leaves the query out.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html"/>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PresignedUrl
{
    private readonly string _resource;

    internal PresignedUrl(Uri uri, string resource)
    {
        Uri = uri;
        _resource = resource;
    }

    /// <summary>The URL with its signature. Its text is <see cref="AbsoluteUri"/>; <see cref="Uri.ToString"/> would decode parts of it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri Uri { get; }

    /// <summary>The URL with its signature as text, to be given away as it is.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string AbsoluteUri => Uri.OriginalString;

    /// <summary>The HTTP method that the URL is signed for.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>
    /// The headers, but for <c>Host</c>, that the signature covers: they have to be sent with these values, or the service refuses the
    /// request. Keys of the caller's own (SSE-C) are among them.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public required IReadOnlyDictionary<string, string> SignedHeaders { get; init; }

    /// <summary>The document that has to be sent, for an operation that wants one; empty for all others, also where the holder sends content.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When the signature ceases to be valid.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the URL ceases to work: at <see cref="ExpiresAt"/>, or earlier if the credentials that signed it end before.</summary>
    public required DateTimeOffset EffectiveExpiry { get; init; }

    /// <summary>Method, address and expiry. The query is left out, signature and all, and so are the headers.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Method} {_resource}?[signed query redacted], expires {EffectiveExpiry.UtcDateTime:u}");
}
