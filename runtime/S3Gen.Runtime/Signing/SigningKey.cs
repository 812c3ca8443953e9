using System.Security.Cryptography;
using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.Signing;

/// <summary>Derives the key that a day's requests to one service in one region are signed with.</summary>
internal static class SigningKey
{
    internal static byte[] Derive(SecretString secretAccessKey, ReadOnlySpan<char> date, string region, string service)
    {
        Utf8Buffer text = new(stackalloc byte[256]);
        Span<byte> key = stackalloc byte[HMACSHA256.HashSizeInBytes];
        byte[] derived = new byte[HMACSHA256.HashSizeInBytes];
        try
        {
            text.Append("AWS4"u8);
            text.Append(secretAccessKey.Bytes);
            GC.KeepAlive(secretAccessKey);
            int secretEnd = text.Length;
            text.Append(date);
            HmacSha256.Hash(text[..secretEnd], text[secretEnd..], key);
            Next(region, key, ref text);
            Next(service, key, ref text);
            HmacSha256.Hash(key, "aws4_request"u8, derived);
            return derived;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            text.Dispose();
        }
    }

    private static void Next(string part, Span<byte> key, ref Utf8Buffer text)
    {
        int start = text.Length;
        text.Append(part);
        HmacSha256.Hash(key, text[start..], key);
    }
}
