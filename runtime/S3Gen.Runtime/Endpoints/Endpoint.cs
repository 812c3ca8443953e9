using System.Collections.ObjectModel;

namespace S3Gen.Runtime;

/// <summary>Where a request goes and for whom it is signed.</summary>
public sealed class Endpoint
{
    internal static readonly IReadOnlyDictionary<string, object?> NoProperties = ReadOnlyDictionary<string, object?>.Empty;
    internal static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoHeaders = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    private readonly string? _url;

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

    /// <summary>All ways to sign that the service's rules name, the best first; the first that this client knows is the one above. Default: none.</summary>
    public IReadOnlyList<EndpointAuthScheme> AuthSchemes { get; init; } = [];

    /// <summary>
    /// Other properties that the service's rules give the endpoint: strings, booleans, lists and maps by name, e.g. <c>backend</c>, which
    /// is <c>S3Express</c> for directory buckets. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Properties { get; init; } = NoProperties;

    /// <summary>Headers that every request to the endpoint bears, in place of those that the operation would send. Default: none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } = NoHeaders;

    /// <summary>Whether the connection is encrypted.</summary>
    public bool IsSecure => Scheme == Uri.UriSchemeHttps;

    /// <summary>The endpoint's URL as the rules spell it.</summary>
    internal string Url
    {
        get => _url ?? $"{Scheme}://{Authority}{BasePath}";
        init => _url = value;
    }

    /// <summary>The endpoint as a URL.</summary>
    public override string ToString() => Url;

    internal Endpoint WithHostPrefix(string prefix) => new()
    {
        Scheme = Scheme,
        Authority = prefix + Authority,
        BasePath = BasePath,
        SigningRegion = SigningRegion,
        SigningName = SigningName,
        SigningScheme = SigningScheme,
        SigningRegionSet = SigningRegionSet,
        AuthSchemes = AuthSchemes,
        Properties = Properties,
        Headers = Headers,
    };
}
