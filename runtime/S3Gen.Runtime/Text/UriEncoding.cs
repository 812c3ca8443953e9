using System.Buffers;
using System.Numerics;
using System.Text;

namespace S3Gen.Runtime.Text;

/// <summary>
/// Percent-encoding as Signature Version 4 defines it: all bytes of the UTF-8 form but RFC 3986's unreserved characters, with
/// upper-case digits. Half a surrogate pair is an <see cref="ArgumentException"/>: replacing it would name another object.
/// </summary>
internal static class UriEncoding
{
    private const string UnreservedCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> Unreserved = SearchValues.Create(UnreservedCharacters);
    private static readonly SearchValues<char> UnreservedOrSlash = SearchValues.Create(UnreservedCharacters + "/");
    private static readonly SearchValues<byte> UnreservedBytes = SearchValues.Create(Encoding.ASCII.GetBytes(UnreservedCharacters));

    private static ReadOnlySpan<byte> Digits => "0123456789ABCDEF"u8;

    /// <summary>Room that is enough for any text of <paramref name="length"/> UTF-16 units: three bytes each, three characters a byte.</summary>
    internal static int MaxLength(int length) => checked(length * 9);

    /// <summary>Encodes a string; one that needs no encoding is returned as it is.</summary>
    /// <exception cref="ArgumentException">It holds half a surrogate pair.</exception>
    internal static string Encode(string text, bool keepSlash)
    {
        if (!text.AsSpan().ContainsAnyExcept(Kept(keepSlash)))
        {
            return text;
        }

        char[]? rented = null;
        Span<char> buffer = text.Length <= 56 ? stackalloc char[512] : rented = ArrayPool<char>.Shared.Rent(MaxLength(text.Length));
        string encoded = new(buffer[..Encode(text, buffer, keepSlash)]);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return encoded;
    }

    /// <summary>Encodes into characters or bytes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">Where to, <see cref="MaxLength"/> long.</param>
    /// <param name="keepSlash">Whether '/' stays as it is.</param>
    /// <returns>How much was written.</returns>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    internal static int Encode<T>(ReadOnlySpan<char> text, Span<T> destination, bool keepSlash)
        where T : unmanaged, IBinaryInteger<T>
    {
        SearchValues<char> kept = Kept(keepSlash);
        Span<byte> utf8 = stackalloc byte[4];
        int written = 0;
        while (!text.IsEmpty)
        {
            int plain = text.IndexOfAnyExcept(kept);
            plain = plain < 0 ? text.Length : plain;
            for (int i = 0; i < plain; i++)
            {
                destination[written++] = T.CreateTruncating(text[i]);
            }

            text = text[plain..];
            if (text.IsEmpty)
            {
                break;
            }

            if (Rune.DecodeFromUtf16(text, out Rune rune, out int consumed) != OperationStatus.Done)
            {
                throw new ArgumentException("The text holds half a surrogate pair, which cannot be part of a URI.");
            }

            foreach (byte value in utf8[..rune.EncodeToUtf8(utf8)])
            {
                WriteTriplet(value, destination[written..]);
                written += 3;
            }

            text = text[consumed..];
        }

        return written;
    }

    /// <summary>Encodes bytes as they are into bytes; <paramref name="destination"/> is three times as long.</summary>
    internal static int Encode(ReadOnlySpan<byte> text, Span<byte> destination, bool keepSlash)
    {
        int written = 0;
        foreach (byte value in text)
        {
            if (UnreservedBytes.Contains(value) || (keepSlash && value == '/'))
            {
                destination[written++] = value;
            }
            else
            {
                WriteTriplet(value, destination[written..]);
                written += 3;
            }
        }

        return written;
    }

    private static SearchValues<char> Kept(bool keepSlash) => keepSlash ? UnreservedOrSlash : Unreserved;

    private static void WriteTriplet<T>(byte value, Span<T> destination)
        where T : unmanaged, IBinaryInteger<T>
    {
        destination[2] = T.CreateTruncating(Digits[value & 15]);
        destination[1] = T.CreateTruncating(Digits[value >> 4]);
        destination[0] = T.CreateTruncating((byte)'%');
    }
}
