using System.Text.Json;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Protocol;
using Bucket = S3Gen.Testing.Store.Bucket;

namespace S3Gen.Testing.Operations.Configurations;

/// <summary>What S3 asks of a bucket's policy. Conditions, and whether an action is one that S3 knows, are not looked into.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"/>
internal static class PolicyChecks
{
    private const int MaxPolicy = 20 * 1024;

    private static readonly string[] Versions = ["2012-10-17", "2008-10-17"];

    internal static void Verify(PutBucketPolicyRequest put, Bucket bucket)
    {
        string text = put.Policy ?? "";
        if (text.Length > MaxPolicy)
        {
            throw Malformed("Policy has exceeded the maximum allowed document size.");
        }
        try
        {
            using JsonDocument policy = JsonDocument.Parse(text);
            Verify(policy.RootElement, bucket.Name);
        }
        catch (JsonException)
        {
            throw Malformed("This policy contains invalid Json");
        }
    }

    private static void Verify(JsonElement policy, string bucket)
    {
        if (policy.ValueKind != JsonValueKind.Object || !policy.TryGetProperty("Statement", out JsonElement statement))
        {
            throw Malformed("Missing required field Statement");
        }
        if (policy.TryGetProperty("Version", out JsonElement version) && !Versions.Contains(version.ToString()))
        {
            throw Malformed("The policy must contain a valid version string");
        }
        foreach (JsonElement one in Items(statement))
        {
            VerifyStatement(one, bucket);
        }
    }

    private static void VerifyStatement(JsonElement statement, string bucket)
    {
        if (statement.ValueKind != JsonValueKind.Object)
        {
            throw Malformed("Policies must be valid JSON and the first byte must be '{'");
        }
        JsonElement effect = Require(statement, "Effect");
        if (effect.ToString() is not ("Allow" or "Deny"))
        {
            throw Malformed($"Invalid effect: {effect}");
        }
        Require(statement, "Principal", "NotPrincipal");
        if (!Array.TrueForAll(Items(Require(statement, "Action", "NotAction")), static action => IsAction(action.ToString())))
        {
            throw Malformed("Policy has invalid action");
        }
        if (!Array.TrueForAll(Items(Require(statement, "Resource", "NotResource")), resource => IsWithin(resource.ToString(), bucket)))
        {
            throw Malformed("Policy has invalid resource");
        }
    }

    private static JsonElement Require(JsonElement statement, string name, string? opposite = null) =>
        statement.TryGetProperty(name, out JsonElement value) || (opposite is not null && statement.TryGetProperty(opposite, out value))
            ? value
            : throw Malformed($"Missing required field {name}");

    private static bool IsAction(string action) => action == "*" || action.StartsWith("s3:", StringComparison.OrdinalIgnoreCase)
        || action.StartsWith("s3express:", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>arn:aws:s3:::bucket</c>, perhaps with a key; a name with wildcards may be the bucket's.</summary>
    private static bool IsWithin(string resource, string bucket)
    {
        string[] fields = resource.Split(':', 6);
        string name = fields[^1].Split('/')[0];
        return resource == "*" || (fields is ["arn", _, "s3" or "s3express", _, _, _] && (name.AsSpan().IndexOfAny('*', '?') >= 0 || name == bucket));
    }

    private static JsonElement[] Items(JsonElement element) => element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : [element];

    private static S3Fault Malformed(string message) => new(400, "MalformedPolicy", message);
}
