namespace S3Gen.Transfer.Requests;

/// <summary>Tags in the form of a header: a query.</summary>
internal static class ObjectTags
{
    internal static string Format(IReadOnlyDictionary<string, string> tags) =>
        string.Join('&', tags.Select(static tag => $"{Uri.EscapeDataString(tag.Key)}={Uri.EscapeDataString(tag.Value)}"));

    /// <returns>Null if there are none.</returns>
    internal static IReadOnlyDictionary<string, string>? Parse(string? query)
    {
        if (query is null)
        {
            return null;
        }

        Dictionary<string, string> tags = new(StringComparer.Ordinal);
        foreach (string tag in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = tag.IndexOf('=', StringComparison.Ordinal);
            tags[Decode(equals < 0 ? tag : tag[..equals])] = equals < 0 ? string.Empty : Decode(tag[(equals + 1)..]);
        }

        return tags;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
