using System.Text.Json;
using S3Gen.Conformance.Cases;

namespace S3Gen.Conformance.Suites.Protocol;

/// <summary>How the client of a case is set up: by <c>host</c>, and by <c>vendorParams</c>, of which the operation's win over the client's.</summary>
internal sealed record ClientSetup
{
    private const string DefaultHost = "example.com";
    private const string DefaultRegion = "us-east-1";

    public required string Region { get; init; }

    /// <summary>The endpoint of services that have no rules for it.</summary>
    public required Uri Endpoint { get; init; }

    public bool ForcePathStyle { get; init; }

    public bool UseDualStack { get; init; }

    public bool UseAccelerate { get; init; }

    public static ClientSetup Read(JsonElement json)
    {
        JsonElement? client = Field(Field(json, "vendorParams"), "scopedConfig", "client");
        JsonElement? operation = Field(Field(json, "vendorParams"), "scopedConfig", "operation");
        return new ClientSetup
        {
            Region = Field(client, "region")?.GetString() ?? DefaultRegion,
            Endpoint = new Uri($"https://{json.OptionalText("host") ?? DefaultHost}"),
            ForcePathStyle = Setting("addressing_style")?.GetString() == "path",
            UseDualStack = Setting("use_dualstack_endpoint")?.GetBoolean() ?? false,
            UseAccelerate = Setting("use_accelerate_endpoint")?.GetBoolean() ?? false,
        };

        JsonElement? Setting(string name) => Field(operation, "s3", name) ?? Field(client, "s3", name);
    }

    private static JsonElement? Field(JsonElement? json, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            json = json is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out JsonElement field) ? field : null;
        }

        return json;
    }
}
