using System.Text;

namespace S3Gen.ModelCases.Http;

/// <summary>Percent-encoding as RFC 3986 has it: all but the unreserved characters.</summary>
public static class UriText
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    public static string Encode(string text, bool keepSlash = false)
    {
        return string.Concat(Encoding.UTF8.GetBytes(text).Select(b => IsKept((char)b) ? ((char)b).ToString() : $"%{b:X2}"));

        bool IsKept(char c) => Unreserved.Contains(c, StringComparison.Ordinal) || (keepSlash && c == '/');
    }

    /// <summary>The pairs of a raw query, decoded; a name without '=' has an empty value.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ParseQuery(string query) =>
    [
        .. query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(parts => KeyValuePair.Create(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : string.Empty)),
    ];
}
