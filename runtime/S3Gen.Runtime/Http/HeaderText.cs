using System.Buffers;
using System.Text;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Http;

/// <summary>What a header's name and value may be made of.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#section-5.5"/>
internal static class HeaderText
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Control characters but the tab; surrogates are looked at more closely, since half a pair is not text.</summary>
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\n\v\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019" +
        "\u001A\u001B\u001C\u001D\u001E\u001F\u007F");

    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"");

    /// <summary>Refuses a value that would end the header or smuggle another one in.</summary>
    /// <param name="header">The header's name, for the message.</param>
    /// <param name="value">Its value.</param>
    /// <param name="member">The member that it comes from, for the message; null where the header's name tells.</param>
    /// <exception cref="ArgumentException">The value holds a control character or half a surrogate pair.</exception>
    internal static void CheckValue(string header, string value, string? member = null)
    {
        int position = value.AsSpan().IndexOfAny(Forbidden);
        if (position >= 0)
        {
            throw InvalidRequest.Because(
                $"{Describe(header, member)} holds the control character U+{(int)value[position]:X4} at position {position}; a header's value cannot.");
        }

        if (value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !IsWellFormed(value))
        {
            throw InvalidRequest.Because($"{Describe(header, member)} holds half a surrogate pair, which is no text.");
        }
    }

    /// <summary>Whether a name is a token in the sense of RFC 9110.</summary>
    internal static bool IsToken(ReadOnlySpan<char> name) => !name.IsEmpty && !name.ContainsAnyExcept(TokenCharacters);

    /// <summary>One value of a list, quoted where it holds a comma or a quote.</summary>
    internal static string QuoteListValue(string value) => value.AsSpan().ContainsAny(NeedsQuotes)
        ? $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
        : value;

    private static string Describe(string header, string? member) =>
        member is null ? $"The value of header '{header}'" : $"{member}: the value of '{header}'";

    private static bool IsWellFormed(ReadOnlySpan<char> value)
    {
        while (!value.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(value, out _, out int consumed) != OperationStatus.Done)
            {
                return false;
            }

            value = value[consumed..];
        }

        return true;
    }
}
