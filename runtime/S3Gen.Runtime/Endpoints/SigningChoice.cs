namespace S3Gen.Runtime.Endpoints;

/// <summary>Which of an endpoint's ways of signing is used: the first that is known.</summary>
internal readonly record struct SigningChoice(SigningScheme Kind, EndpointAuthScheme Scheme)
{
    internal static SigningChoice Of(ReadOnlySpan<EndpointAuthScheme> schemes, EndpointAuthScheme fallback)
    {
        foreach (EndpointAuthScheme scheme in schemes)
        {
            if (Find(scheme.Name) is { } kind)
            {
                return new SigningChoice(kind, scheme);
            }
        }

        return new SigningChoice(SigningScheme.SigV4, fallback);
    }

    private static SigningScheme? Find(string name) => name switch
    {
        "sigv4" => SigningScheme.SigV4,
        "sigv4a" => SigningScheme.SigV4a,
        "sigv4-s3express" => SigningScheme.SigV4S3Express,
        _ => null,
    };
}
