using System.ComponentModel;
using S3Gen.Runtime.Endpoints;

namespace S3Gen.Runtime.CodeGen;

/// <summary>Makes what endpoint rules end in: an endpoint or an exception.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EndpointResult
{
    /// <summary>An endpoint.</summary>
    /// <param name="url">Its URL.</param>
    /// <param name="fallback">The way of signing where <paramref name="authSchemes"/> name none that is known.</param>
    /// <param name="authSchemes">Ways of signing, the best first.</param>
    /// <param name="properties">Its other properties.</param>
    /// <param name="headers">Headers that requests to it bear.</param>
    /// <exception cref="EndpointRuleException">The rules made a URL that is none.</exception>
    public static Endpoint At(
        string url,
        EndpointAuthScheme fallback,
        EndpointAuthScheme[] authSchemes,
        IReadOnlyDictionary<string, object?>? properties = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? headers = null)
    {
        ArgumentNullException.ThrowIfNull(fallback);
        ArgumentNullException.ThrowIfNull(authSchemes);
        RuleUrl parsed = RuleUrl.Parse(url);
        if (!parsed.IsSet)
        {
            throw new EndpointRuleException($"The endpoint rules made '{url}', which is not a URL.");
        }

        SigningChoice signing = SigningChoice.Of(authSchemes, fallback);
        return new Endpoint
        {
            Url = url,
            Scheme = parsed.Scheme.ToString(),
            Authority = parsed.Authority.ToString(),
            BasePath = parsed.Path.ToString().TrimEnd('/'),
            SigningScheme = signing.Kind,
            SigningName = signing.Scheme.SigningName ?? fallback.SigningName!,
            SigningRegion = signing.Scheme.SigningRegion ?? fallback.SigningRegion!,
            SigningRegionSet = signing.Scheme.SigningRegionSet is { } regions ? string.Join(',', regions) : null,
            AuthSchemes = authSchemes,
            Properties = properties ?? Endpoint.NoProperties,
            Headers = headers ?? Endpoint.NoHeaders,
        };
    }

    /// <summary>The exception of a rule that refuses the parameters.</summary>
    /// <param name="rule">What the rule says.</param>
    public static EndpointRuleException Error(string rule) => new(rule);

    /// <summary>The exception of a parameter that the rules require and nothing gave.</summary>
    /// <param name="parameter">Its name.</param>
    public static EndpointRuleException Missing(string parameter) => new($"The endpoint rules need the parameter {parameter}, which is not set.");

    /// <summary>The exception of parameters that no rule is meant for.</summary>
    public static EndpointRuleException NoMatch() => new("No endpoint rule matches the client's configuration and the request.");
}
