using System.Buffers;
using System.Globalization;
using System.Text;
using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Server;

/// <summary>RFC 3986 percent-encoding over bytes, as Signature Version 4 and S3 keys need it.</summary>
internal static class PercentEncoding
{
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes behind <paramref name="raw"/>, whose characters stand for one byte each (Latin-1).</summary>
    internal static byte[] DecodeBytes(ReadOnlySpan<char> raw, bool plusIsSpace)
    {
        byte[] bytes = new byte[raw.Length];
        int length = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            char c = raw[i];
            if (c == '%')
            {
                if (i + 2 >= raw.Length || !byte.TryParse(raw.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
                {
                    throw Faults.InvalidUri();
                }
                bytes[length++] = value;
                i += 2;
            }
            else
            {
                bytes[length++] = c == '+' && plusIsSpace ? (byte)' ' : (byte)c;
            }
        }
        return bytes.AsSpan(0, length).ToArray();
    }

    /// <summary>Decodes to text; bytes that are not UTF-8 are a client's error.</summary>
    internal static string Decode(ReadOnlySpan<char> raw, bool plusIsSpace = false)
    {
        try
        {
            return StrictUtf8.GetString(DecodeBytes(raw, plusIsSpace));
        }
        catch (DecoderFallbackException)
        {
            throw Faults.InvalidUri();
        }
    }

    /// <summary>Encodes text for a listing with <c>encoding-type=url</c> or a location: every byte but the unreserved ones and the slash.</summary>
    internal static string EncodeKey(string text) => Encode(Encoding.UTF8.GetBytes(text), keepSlash: true);

    internal static string Encode(ReadOnlySpan<byte> bytes, bool keepSlash)
    {
        StringBuilder encoded = new(bytes.Length + 16);
        foreach (byte b in bytes)
        {
            char c = (char)b;
            if (Unreserved.Contains(c) || (keepSlash && c == '/'))
            {
                encoded.Append(c);
            }
            else
            {
                encoded.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }
        return encoded.ToString();
    }
}
