namespace S3Gen.Testing.Store;

/// <summary>
/// The order of S3 listings: by the bytes of UTF-8. It differs from <see cref="string.CompareOrdinal(string, string)"/> only where a
/// surrogate meets a character from U+E000 on, which UTF-16 sorts the other way round.
/// </summary>
internal sealed class Utf8Order : IComparer<string>
{
    internal static readonly Utf8Order Instance = new();

    public int Compare(string? x, string? y) => CompareSpans(x, y);

    private static int CompareSpans(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        int common = x.CommonPrefixLength(y);
        if (common == x.Length || common == y.Length)
        {
            return x.Length.CompareTo(y.Length);
        }
        char a = x[common];
        char b = y[common];
        return char.IsSurrogate(a) == char.IsSurrogate(b) ? a.CompareTo(b) : char.IsSurrogate(a) ? 1 : -1;
    }
}
