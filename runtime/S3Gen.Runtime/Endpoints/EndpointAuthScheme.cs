namespace S3Gen.Runtime;

/// <summary>A way to sign requests to an endpoint, as its rules name it.</summary>
/// <seealso href="https://smithy.io/2.0/aws/rules-engine/auth-schemes.html"/>
public sealed class EndpointAuthScheme
{
    /// <summary><c>sigv4</c>, <c>sigv4a</c>, <c>sigv4-s3express</c>, or one that this client does not know.</summary>
    public required string Name { get; init; }

    /// <summary>The service in the scope of the signature; null: the client's.</summary>
    public string? SigningName { get; init; }

    /// <summary>The region in the scope of the signature; null: the client's.</summary>
    public string? SigningRegion { get; init; }

    /// <summary>The regions in which the signature holds, of <c>sigv4a</c>: <c>*</c> for all; null for other schemes.</summary>
    public IReadOnlyList<string>? SigningRegionSet { get; init; }

    /// <summary>Whether the path is signed as it is sent, not encoded once more; null: not said, which means false.</summary>
    public bool? DisableDoubleEncoding { get; init; }

    /// <summary>Whether dots and empty parts of the path are signed as they are sent; null: not said, which means false.</summary>
    public bool? DisableNormalizePath { get; init; }

    /// <summary>What else the rules say of it, by name: strings, booleans, lists and maps. Default: nothing.</summary>
    public IReadOnlyDictionary<string, object?> Properties { get; init; } = Endpoint.NoProperties;
}
