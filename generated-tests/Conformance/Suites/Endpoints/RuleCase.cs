using System.Reflection;
using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Values;
using S3Gen.Runtime;

namespace S3Gen.Conformance.Suites.Endpoints;

/// <summary>The rules alone: parameters by name in, endpoint or error out.</summary>
internal static class RuleCase
{
    private const BindingFlags Quiet = BindingFlags.DoNotWrapExceptions;

    private static readonly EndpointAuthScheme Unsaid = new() { Name = "unsaid", SigningName = "unsaid", SigningRegion = "unsaid" };

    public static IReadOnlyList<string> Run(EndpointService service, JsonElement json, Expectation expected)
    {
        object given = Activator.CreateInstance(service.Parameters)!;
        if (json.TryGetProperty("params", out JsonElement parameters))
        {
            foreach (JsonProperty parameter in parameters.EnumerateObject())
            {
                Set(given, service.Parameters, parameter);
            }
        }

        try
        {
            Endpoint found = (Endpoint)service.Decide.Invoke(null, Quiet, null, [given, Unsaid], null)!;
            return expected.Error is { } due ? [$"expected the error '{due}', got '{found}'"] : expected.Compare(found);
        }
        catch (EndpointRuleException exception)
        {
            List<string> differences = [];
            Differences.Add(differences, "error", expected.Error, exception.Message);
            return differences;
        }
    }

    private static void Set(object given, Type type, JsonProperty parameter)
    {
        string name = char.ToUpperInvariant(parameter.Name[0]) + parameter.Name[1..];
        PropertyInfo property = type.GetProperty(name) ?? throw new CaseException($"the rules have no parameter '{parameter.Name}'");
        property.SetValue(given, parameter.Value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Array => parameter.Value.EnumerateArray().Select(item => item.GetString()!).ToArray(),
            _ => parameter.Value.GetString(),
        });
    }
}
