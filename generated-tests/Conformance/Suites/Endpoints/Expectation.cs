using System.Text.Json;
using System.Text.Json.Nodes;
using S3Gen.Conformance.Cases;
using S3Gen.Runtime;

namespace S3Gen.Conformance.Suites.Endpoints;

/// <summary>What a case has to end in: an endpoint or the message of an error.</summary>
internal sealed class Expectation
{
    private const string AuthSchemes = "authSchemes";

    private readonly JsonNode _properties = new JsonObject();
    private readonly JsonNode _headers = new JsonObject();

    public Expectation(JsonElement json)
    {
        Error = json.OptionalText("error");
        if (json.TryGetProperty("endpoint", out JsonElement endpoint))
        {
            Url = new Uri(endpoint.Text("url"));
            Text = endpoint.Text("url");
            _properties = Field(endpoint, "properties");
            _headers = Field(endpoint, "headers");
        }
    }

    public string? Error { get; }

    /// <summary>The endpoint's URL; null where an error is due.</summary>
    public Uri? Url { get; }

    /// <summary>The URL as the case spells it.</summary>
    public string? Text { get; }

    /// <summary>Ways to sign, the best first.</summary>
    public IReadOnlyList<JsonNode> Schemes => _properties[AuthSchemes] is JsonArray schemes ? [.. schemes.OfType<JsonNode>()] : [];

    /// <summary>Headers that the endpoint asks for, values joined.</summary>
    public IEnumerable<KeyValuePair<string, string>> Headers =>
        _headers.AsObject().Select(header => KeyValuePair.Create(header.Key, string.Join(',', header.Value!.AsArray().Select(value => value!.GetValue<string>()))));

    /// <summary>What differs between the endpoint that is due and the one found.</summary>
    public IReadOnlyList<string> Compare(Endpoint found)
    {
        List<string> differences = [];
        Differences.Add(differences, "url", Text, found.ToString());
        AddDifference(differences, "properties", _properties, Properties(found));
        AddDifference(differences, "headers", _headers, Write(found.Headers.ToDictionary(header => header.Key, header => (object?)header.Value)));
        return differences;
    }

    private static JsonObject Properties(Endpoint endpoint)
    {
        JsonObject properties = Write(endpoint.Properties).AsObject();
        if (endpoint.AuthSchemes.Count > 0)
        {
            properties[AuthSchemes] = new JsonArray([.. endpoint.AuthSchemes.Select(Scheme)]);
        }

        return properties;
    }

    private static JsonNode Scheme(EndpointAuthScheme scheme)
    {
        Dictionary<string, object?> members = new(scheme.Properties)
        {
            ["name"] = scheme.Name,
            ["signingName"] = scheme.SigningName,
            ["signingRegion"] = scheme.SigningRegion,
            ["signingRegionSet"] = scheme.SigningRegionSet,
            ["disableDoubleEncoding"] = scheme.DisableDoubleEncoding,
            ["disableNormalizePath"] = scheme.DisableNormalizePath,
        };
        return Write(members.Where(member => member.Value is not null).ToDictionary());
    }

    private static JsonNode Write(object value) => JsonSerializer.SerializeToNode(value)!;

    private static JsonNode Field(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? JsonNode.Parse(value.GetRawText())! : new JsonObject();

    private static void AddDifference(List<string> differences, string what, JsonNode due, JsonNode found)
    {
        if (!JsonNode.DeepEquals(due, found))
        {
            differences.Add($"{what}: expected {due.ToJsonString()}, got {found.ToJsonString()}");
        }
    }
}
