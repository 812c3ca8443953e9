namespace S3Gen.Conformance.Suites.Endpoints;

/// <summary>Where a request went and the headers that it bore.</summary>
internal sealed record SentRequest(Uri Uri, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Scheme, host and port, and the path as it was sent.</summary>
    public string Location => $"{Uri.Scheme}://{Uri.Authority}{Uri.AbsolutePath}";

    public static SentRequest Of(HttpRequestMessage request) => new(
        request.RequestUri!,
        request.Headers.NonValidated.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
}
