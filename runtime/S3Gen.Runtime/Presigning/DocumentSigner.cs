using System.ComponentModel;
using System.Diagnostics;
using S3Gen.Runtime.Presigning;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.CodeGen;

/// <summary>Signs one document that a form carries, with credentials and time settled. It is made by <see cref="ClientPipeline.PrepareDocumentAsync"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[DebuggerDisplay("{Credential,nq}")]
public sealed class DocumentSigner
{
    private readonly SigningCredentials _credentials;
    private readonly SignatureLifetime _lifetime;

    internal DocumentSigner(Endpoint endpoint, Credentials credentials, SignatureLifetime lifetime)
    {
        _credentials = new SigningCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken);
        _lifetime = lifetime;
        Endpoint = endpoint;
        Date = SigningTime.Format(lifetime.Start);
        Credential = $"{credentials.AccessKeyId}/{Date[..SigningTime.DateLength]}/{endpoint.SigningRegion}/{endpoint.SigningName}/aws4_request";
    }

    /// <summary>Where the form goes.</summary>
    public Endpoint Endpoint { get; }

    /// <summary>The algorithm's name.</summary>
    public string Algorithm { get; } = SigningScheme.SigV4.Algorithm;

    /// <summary>The access key id and the scope of the signature.</summary>
    public string Credential { get; }

    /// <summary>The time of signing as <c>yyyyMMddTHHmmssZ</c>.</summary>
    public string Date { get; }

    /// <summary>The token of temporary credentials; null for lasting ones.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SessionToken => _credentials.SessionToken;

    /// <summary>When the document ceases to be valid.</summary>
    public DateTimeOffset ExpiresAt => _lifetime.End;

    /// <summary>When it ceases to work: with the document, or with the credentials behind it.</summary>
    public DateTimeOffset EffectiveExpiry => _lifetime.EffectiveEnd;

    /// <summary>Signs a document.</summary>
    /// <param name="document">The document as it is sent, e.g. in base64.</param>
    /// <returns>The signature in lower-case hexadecimal.</returns>
    public string Sign(ReadOnlySpan<byte> document) =>
        new SigV4Signer().SignText(document, _credentials, Endpoint.SigningRegion, Endpoint.SigningName, _lifetime.Start);
}
