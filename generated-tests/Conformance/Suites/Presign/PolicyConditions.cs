using System.Text.Json;

namespace S3Gen.Conformance.Suites.Presign;

/// <summary>What a policy document says, whatever its spelling: <c>{"f": "v"}</c> is <c>["eq", "$f", "v"]</c>.</summary>
internal sealed record PolicyConditions(DateTimeOffset Expiration, IReadOnlyList<PolicyCondition> Conditions)
{
    public static PolicyConditions Parse(string document)
    {
        using JsonDocument json = JsonDocument.Parse(document);
        return new PolicyConditions(json.RootElement.GetProperty("expiration").GetDateTimeOffset(), Read(json.RootElement.GetProperty("conditions")));
    }

    public static IReadOnlyList<PolicyCondition> Read(JsonElement conditions) => [.. conditions.EnumerateArray().SelectMany(PolicyCondition.Read)];

    public override string ToString() => string.Join('\n', Conditions.Select(static condition => condition.ToString()).Order(StringComparer.Ordinal));
}

/// <summary>One condition: <c>eq</c>, <c>starts-with</c>, or <c>content-length-range</c>.</summary>
internal sealed record PolicyCondition(string Operator, string First, string Second)
{
    public static IEnumerable<PolicyCondition> Read(JsonElement json) => json.ValueKind == JsonValueKind.Object
        ? json.EnumerateObject().Select(static field => new PolicyCondition("eq", "$" + field.Name, field.Value.GetString()!))
        : [new PolicyCondition(json[0].GetString()!, json[1].ToString(), json[2].ToString())];

    /// <summary>Adds the condition to a policy of ours, which takes care of bucket and key itself.</summary>
    public void AddTo(PostPolicy policy)
    {
        if (First is "$bucket" or "$key")
        {
            return;
        }

        _ = Operator switch
        {
            "eq" => policy.Require(First[1..], Second),
            "starts-with" => policy.RequirePrefix(First[1..], Second),
            _ => policy.RequireLength(long.Parse(First, System.Globalization.CultureInfo.InvariantCulture), long.Parse(Second, System.Globalization.CultureInfo.InvariantCulture)),
        };
    }
}
