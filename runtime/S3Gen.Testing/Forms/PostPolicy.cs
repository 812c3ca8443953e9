using System.Globalization;
using System.Text;
using System.Text.Json;
using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Forms;

/// <summary>
/// The policy of a form: what each of its fields may be, and how large its file. Every field has to be in it, but for those that sign it.
/// See <see href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html"/>.
/// </summary>
internal sealed class PostPolicy
{
    private static readonly string[] Exempt = ["policy", "file", "x-amz-signature", "submit", "AWSAccessKeyId", "signature"];

    private readonly List<(string Operator, string Field, string Value)> _conditions = [];

    internal DateTimeOffset Expiration { get; private set; }

    internal long MinLength { get; private set; }

    internal long MaxLength { get; private set; } = long.MaxValue;

    internal static PostPolicy Parse(string base64)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(base64)));
            return Read(document.RootElement);
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw Invalid("Invalid Policy: Invalid JSON.");
        }
    }

    /// <summary>Throws unless the form is as the policy wants it, and the policy has not ended.</summary>
    internal void Verify(PostForm form, string bucket, DateTimeOffset now)
    {
        if (now >= Expiration)
        {
            throw AuthFaults.AccessDenied("Invalid according to Policy: Policy expired.");
        }
        foreach ((string operation, string field, string value) in _conditions)
        {
            string actual = field switch
            {
                "bucket" => bucket,
                "key" => form.Key,
                _ => form.Optional(field) ?? "",
            };
            if (operation == "eq" ? actual != value : !actual.Split(',').All(item => item.StartsWith(value, StringComparison.Ordinal)))
            {
                throw AuthFaults.AccessDenied($"Invalid according to Policy: Policy Condition failed: [\"{operation}\", \"${field}\", \"{value}\"]");
            }
        }
        foreach (string name in form.Fields.Keys)
        {
            if (!Exempt.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.StartsWith("x-ignore-", StringComparison.OrdinalIgnoreCase)
                && !_conditions.Exists(condition => condition.Field.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                throw AuthFaults.AccessDenied($"Invalid according to Policy: Extra input fields: {name}");
            }
        }
    }

    private static PostPolicy Read(JsonElement root)
    {
        PostPolicy policy = new()
        {
            Expiration = DateTimeOffset.Parse(root.GetProperty("expiration").GetString() ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        };
        foreach (JsonElement condition in root.GetProperty("conditions").EnumerateArray())
        {
            if (condition.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty property in condition.EnumerateObject())
                {
                    policy._conditions.Add(("eq", property.Name.ToLowerInvariant(), property.Value.GetString() ?? ""));
                }
                continue;
            }
            policy.Add([.. condition.EnumerateArray()]);
        }
        return policy;
    }

    private void Add(JsonElement[] condition)
    {
        if (condition.Length != 3)
        {
            throw Invalid("Invalid Policy: a condition has not three elements.");
        }
        string operation = (condition[0].GetString() ?? "").ToLowerInvariant();
        switch (operation)
        {
            case "content-length-range":
                (MinLength, MaxLength) = (Number(condition[1]), Number(condition[2]));
                break;
            case "eq" or "starts-with" when condition[1].GetString() is { Length: > 1 } field && field[0] == '$':
                _conditions.Add((operation, field[1..].ToLowerInvariant(), condition[2].GetString() ?? ""));
                break;
            default:
                throw Invalid("Invalid Policy: Invalid condition.");
        }
    }

    private static long Number(JsonElement element) => element.ValueKind == JsonValueKind.Number
        ? element.GetInt64()
        : long.Parse(element.GetString() ?? "", NumberStyles.None, CultureInfo.InvariantCulture);

    private static S3Fault Invalid(string message) => new(400, "InvalidPolicyDocument", message);
}
