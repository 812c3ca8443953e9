namespace S3Gen;

/// <summary>A key cannot become the name of a file in the target folder. Nothing was written for it.</summary>
public sealed class UnsafeKeyException : Exception
{
    internal UnsafeKeyException(string key, string rule)
        : base($"The key '{Escape(key)}' cannot become a file: it {rule}.")
    {
        Key = key;
        Rule = rule;
    }

    /// <summary>The key, as it is.</summary>
    public string Key { get; }

    /// <summary>The rule that it breaks.</summary>
    public string Rule { get; }

    /// <summary>Control characters in a message would be at work in whoever shows it.</summary>
    private static string Escape(string key) => string.Concat(key.Select(static c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));
}
