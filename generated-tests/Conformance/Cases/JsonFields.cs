using System.Text.Json;
using S3Gen.ModelCases.Http;

namespace S3Gen.Conformance.Cases;

/// <summary>Fields that cases of several suites have.</summary>
internal static class JsonFields
{
    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static string? OptionalText(this JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    /// <summary>An array of arrays of two.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(this JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].GetString()!, pair[1].GetString()!))];

    /// <summary>An object of strings.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(this JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateObject().Select(field => KeyValuePair.Create(field.Name, field.Value.GetString()!))];

    /// <summary>The HTTP response that a case gives: <c>status</c>, <c>headers</c> and <c>body_base64</c>.</summary>
    public static WireResponse Response(this JsonElement json) =>
        new(json.GetProperty("status").GetInt32(), json.Fields("headers"), json.GetProperty("body_base64").GetBytesFromBase64());
}
