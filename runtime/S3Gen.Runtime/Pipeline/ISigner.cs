using S3Gen.Runtime.Presigning;

namespace S3Gen.Runtime.Pipeline;

/// <summary>
/// The port at which a request gets its signature. Signature Version 4 is the adapter of production; other algorithms, and sessions
/// with credentials of their own, are further ones.
/// </summary>
internal interface ISigner
{
    /// <summary>Signs a marshalled request as it will be sent.</summary>
    /// <param name="call">The call with its endpoint, URL, headers and payload hash settled.</param>
    /// <param name="credentials">What to sign with.</param>
    /// <returns>The headers that carry the signature; none for an anonymous request.</returns>
    SignedValues Sign(ServiceCall call, Credentials credentials);

    /// <summary>Signs a marshalled request in its query instead.</summary>
    /// <param name="call">The call with its endpoint, URL, headers and payload hash settled.</param>
    /// <param name="credentials">What to sign with; not anonymous.</param>
    /// <param name="lifetime">When the signature is valid.</param>
    /// <returns>The whole query without '?', the signature last.</returns>
    string Presign(ServiceCall call, Credentials credentials, SignatureLifetime lifetime);
}
