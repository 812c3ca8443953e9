using System.Text.Json;
using System.Text.RegularExpressions;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Auth;

/// <summary>
/// What a bucket's policy says to those who give no name. Statements with conditions allow nobody and deny everybody: they are stored and shown,
/// but what they mean is not worked out here.
/// </summary>
internal sealed class BucketPolicy
{
    private readonly List<Statement> _statements;

    private BucketPolicy(List<Statement> statements) => _statements = statements;

    /// <summary>Whether it lets anybody in.</summary>
    internal bool IsPublic => _statements.Exists(static statement => statement is { Allows: true, IsForAnybody: true, HasCondition: false });

    internal static BucketPolicy? Of(Bucket bucket)
    {
        if (bucket.Document("policy") is not { } document)
        {
            return null;
        }
        using JsonDocument policy = JsonDocument.Parse(document);
        JsonElement statement = policy.RootElement.GetProperty("Statement");
        return new BucketPolicy([.. (statement.ValueKind == JsonValueKind.Array ? [.. statement.EnumerateArray()] : new[] { statement }).Select(Statement.Read)]);
    }

    internal bool LetsAnybody(string action, string resource)
    {
        List<Statement> about = _statements.FindAll(statement => statement.IsForAnybody && statement.IsAbout(action, resource));
        return about.Exists(static statement => statement is { Allows: true, HasCondition: false }) && about.TrueForAll(static statement => statement.Allows);
    }

    private sealed record Statement(bool Allows, bool IsForAnybody, bool HasCondition, string[] Actions, string[] Resources)
    {
        internal static Statement Read(JsonElement element) => new(
            Texts(element, "Effect") is ["Allow"],
            element.TryGetProperty("Principal", out JsonElement principal) && (IsStar(principal) || (principal.ValueKind == JsonValueKind.Object && Texts(principal, "AWS").Contains("*"))),
            element.TryGetProperty("Condition", out _) || element.TryGetProperty("NotAction", out _) || element.TryGetProperty("NotResource", out _),
            Texts(element, "Action"),
            Texts(element, "Resource"));

        internal bool IsAbout(string action, string resource) =>
            Array.Exists(Actions, pattern => Matches(pattern, action, RegexOptions.IgnoreCase)) && Array.Exists(Resources, pattern => Matches(pattern, resource, RegexOptions.None));

        private static bool IsStar(JsonElement element) => element.ValueKind == JsonValueKind.String && element.ValueEquals("*");

        private static string[] Texts(JsonElement element, string name)
        {
            if (!element.TryGetProperty(name, out JsonElement value))
            {
                return [];
            }
            return value.ValueKind == JsonValueKind.Array
                ? [.. value.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.String).Select(static item => item.GetString()!)]
                : value.ValueKind == JsonValueKind.String ? [value.GetString()!] : [];
        }

        private static bool Matches(string pattern, string text, RegexOptions options)
        {
            string expression = Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal);
            return Regex.IsMatch(text, $"\\A{expression}\\z", options | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
    }
}
