namespace S3Gen.Runtime.Signing;

/// <summary>All of a request that its signature covers, and whom to sign it for.</summary>
internal readonly ref struct SigningRequest
{
    public SigningRequest()
    {
    }

    /// <summary>The HTTP method in upper case.</summary>
    internal required string Method { get; init; }

    /// <summary>The absolute path as it is sent.</summary>
    internal required ReadOnlySpan<char> Path { get; init; }

    /// <summary>The query without '?', as it is sent.</summary>
    internal ReadOnlySpan<char> Query { get; init; }

    /// <summary>Whether <see cref="Query"/> is canonical: encoded by <c>UriEncoding</c>, "=" after each name, sorted by name, then value.</summary>
    internal bool IsQueryCanonical { get; init; }

    /// <summary>Host and, unless it is the scheme's own, port. Not looked at where <see cref="Headers"/> has a <c>host</c>.</summary>
    internal ReadOnlySpan<char> Host { get; init; }

    /// <summary>
    /// The headers that are sent. Signing is fastest when they are sorted by lower-case name. <c>host</c>, <c>x-amz-date</c>,
    /// <c>x-amz-content-sha256</c>, <c>x-amz-region-set</c> and the token's header are added to them in the signature where they are missing;
    /// who sends the request has to send those headers too. User-Agent, Expect and hop-by-hop headers are never signed.
    /// </summary>
    internal ReadOnlySpan<(string Name, string Value)> Headers { get; init; }

    /// <summary>The body's lower-case hexadecimal SHA-256, or one of <see cref="Signing.PayloadHash"/>.</summary>
    internal required ReadOnlySpan<char> PayloadHash { get; init; }

    /// <summary>Whether <c>x-amz-content-sha256</c> is a header of the request, as S3 demands.</summary>
    internal bool HasPayloadHashHeader { get; init; } = true;

    /// <summary>Whether the session token is covered by the signature; some services want it added after signing.</summary>
    internal bool SignsSessionToken { get; init; } = true;

    internal SigningScheme Scheme { get; init; }

    internal CanonicalPathMode PathMode { get; init; }

    internal required SigningCredentials Credentials { get; init; }

    /// <summary>The region, or, for <see cref="SigningScheme.SigV4a"/>, the set of regions, separated by commas.</summary>
    internal required string Region { get; init; }

    internal required string Service { get; init; }

    internal required DateTimeOffset Time { get; init; }
}
