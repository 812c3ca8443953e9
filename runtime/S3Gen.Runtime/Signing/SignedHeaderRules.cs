namespace S3Gen.Runtime.Signing;

/// <summary>Which headers are signed, and how their names sort.</summary>
internal static class SignedHeaderRules
{
    /// <summary>Not signed are headers that proxies and HTTP stacks add, change or remove, and the signature itself.</summary>
    internal static bool IsSigned(string name) => name.Length switch
    {
        2 => !Is(name, "TE"),
        6 => !Is(name, "Expect"),
        7 => !Is(name, "Upgrade"),
        10 => !Is(name, "User-Agent") && !Is(name, "Connection") && !Is(name, "Keep-Alive"),
        13 => !Is(name, "Authorization"),
        15 => !Is(name, "X-Amzn-Trace-Id"),
        16 => !Is(name, "Proxy-Connection"),
        17 => !Is(name, "Transfer-Encoding"),
        18 => !Is(name, "Proxy-Authenticate"),
        19 => !Is(name, "Proxy-Authorization"),
        _ => true,
    };

    /// <summary>Compares names by their lower-case form, ordinally (which "ordinal, ignoring case" is not: that folds to upper case).</summary>
    internal static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int length = Math.Min(left.Length, right.Length);
        for (int i = left[..length].CommonPrefixLength(right); i < length; i++)
        {
            int difference = Lower(left[i]) - Lower(right[i]);
            if (difference != 0)
            {
                return difference;
            }
        }

        return left.Length - right.Length;
    }

    private static int Lower(char character) => char.IsAsciiLetterUpper(character) ? character | 0x20 : character;

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
