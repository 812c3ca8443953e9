using System.Reflection;
using System.Text.Json;
using S3Gen.ModelCases.Values;
using S3Gen.Runtime;
using S3Gen.Runtime.Configuration;

namespace S3Gen.Conformance.Suites.Endpoints;

/// <summary>
/// A client's options from built-ins by name. A built-in that a case leaves out has its own default: most of all path style, which the
/// client otherwise takes for a store other than AWS when there is an endpoint.
/// </summary>
internal static class ClientConfiguration
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly StaticCredentialProvider TestCredentials = new(new Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"));

    private static readonly Dictionary<string, string> Options = new(StringComparer.Ordinal)
    {
        ["AWS::Region"] = nameof(ClientOptions.Region),
        ["AWS::UseFIPS"] = nameof(ClientOptions.UseFips),
        ["AWS::UseDualStack"] = nameof(ClientOptions.UseDualStack),
        ["SDK::Endpoint"] = nameof(ClientOptions.EndpointUrl),
        ["AWS::S3::Accelerate"] = nameof(ClientOptions.UseAccelerate),
        ["AWS::S3::ForcePathStyle"] = nameof(ClientOptions.ForcePathStyle),
        ["AWS::S3::UseGlobalEndpoint"] = nameof(ClientOptions.UseUsEast1GlobalEndpoint),
        ["AWS::S3::UseArnRegion"] = nameof(ClientOptions.UseArnRegion),
        ["AWS::S3::DisableMultiRegionAccessPoints"] = nameof(ClientOptions.DisableMultiRegionAccessPoints),
        ["AWS::S3::DisableS3ExpressSessionAuth"] = nameof(ClientOptions.DisableS3ExpressSessionAuth),
        ["AWS::S3Control::UseArnRegion"] = nameof(ClientOptions.UseArnRegion),
        ["Accelerate"] = nameof(ClientOptions.UseAccelerate),
    };

    public static ClientOptions Create(EndpointService service, JsonElement json, IHttpTransport transport)
    {
        ClientOptions options = (ClientOptions)Activator.CreateInstance(service.Options)!;
        Dictionary<string, object?> settings = new(StringComparer.Ordinal)
        {
            [nameof(ClientOptions.UseFips)] = false,
            [nameof(ClientOptions.UseDualStack)] = false,
            [nameof(ClientOptions.ForcePathStyle)] = false,
            [nameof(ClientOptions.MaxRetries)] = 0,
            [nameof(ClientOptions.Credentials)] = TestCredentials,
            [nameof(ClientOptions.Transport)] = transport,
            [nameof(ClientOptions.Environment)] = new NoEnvironment(),
        };
        Read(settings, json, "builtInParams");
        Read(settings, json, "clientParams");
        foreach ((string name, object? value) in settings)
        {
            PropertyInfo property = service.Options.GetProperty(name, Any) ?? throw new CaseException($"the client has no option '{name}'");
            property.SetValue(options, value);
        }

        return options;
    }

    private static void Read(Dictionary<string, object?> settings, JsonElement json, string field)
    {
        if (!json.TryGetProperty(field, out JsonElement parameters))
        {
            return;
        }

        foreach (JsonProperty parameter in parameters.EnumerateObject())
        {
            string name = Options.GetValueOrDefault(parameter.Name, parameter.Name);
            settings[name] = parameter.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? parameter.Value.GetBoolean()
                : name == nameof(ClientOptions.EndpointUrl) ? new Uri(parameter.Value.GetString()!)
                : parameter.Value.GetString();
        }
    }

    private sealed class NoEnvironment : EnvironmentSource
    {
        internal override string? HomeDirectory => null;

        protected override string? Read(string name) => null;
    }
}
