using System.Text.Json;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.Conformance.Suites.Protocol;

/// <summary>What cases of requests, responses and errors have in common.</summary>
internal static class CaseValues
{
    /// <summary>The <c>params</c> of a case as a value of a shape.</summary>
    public static StructureValue Params(JsonElement json, Shape shape) => json.TryGetProperty("params", out JsonElement parameters)
        ? ValueConformer.Conform(JsonValues.ReadStructure(parameters), shape)
        : StructureValue.Empty;

    /// <summary>The response that a case gives: <c>code</c>, <c>headers</c> and <c>body</c>.</summary>
    public static WireResponse Response(JsonElement json) => new(
        json.GetProperty("code").GetInt32(),
        json.TryGetProperty("headers", out _) ? Cases.JsonFields.Fields(json, "headers") : [],
        System.Text.Encoding.UTF8.GetBytes(Cases.JsonFields.OptionalText(json, "body") ?? string.Empty));
}
