namespace S3Gen.Runtime;

/// <summary>Where a request goes and for whom it is signed.</summary>
public sealed class Endpoint
{
    /// <summary><c>https</c>, or <c>http</c> where the configuration says so.</summary>
    public required string Scheme { get; init; }

    /// <summary>The host and, unless it is the scheme's own, ":" and the port.</summary>
    public required string Authority { get; init; }

    /// <summary>What the request's path begins with: "" or "/" and more, encoded, without '/' at its end. With path-style addressing it ends with the bucket.</summary>
    public string BasePath { get; init; } = string.Empty;

    /// <summary>The region in the scope of the signature.</summary>
    public required string SigningRegion { get; init; }

    /// <summary>The service in the scope of the signature.</summary>
    public required string SigningName { get; init; }

    /// <summary>How requests to it are signed. Default: Signature Version 4.</summary>
    public SigningScheme SigningScheme { get; init; }

    /// <summary>The regions in which a signature of <see cref="SigningScheme.SigV4a"/> holds, separated by commas: <c>*</c> for all. Default: <see cref="SigningRegion"/>.</summary>
    public string? SigningRegionSet { get; init; }

    /// <summary>Whether the connection is encrypted.</summary>
    public bool IsSecure => Scheme == Uri.UriSchemeHttps;

    /// <summary>The endpoint as a URL.</summary>
    public override string ToString() => $"{Scheme}://{Authority}{BasePath}";

    internal Endpoint WithHostPrefix(string prefix) => new()
    {
        Scheme = Scheme,
        Authority = prefix + Authority,
        BasePath = BasePath,
        SigningRegion = SigningRegion,
        SigningName = SigningName,
        SigningScheme = SigningScheme,
        SigningRegionSet = SigningRegionSet,
    };
}
