using System.Security.Cryptography;
using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.Signing;

/// <summary>
/// Derives the private P-256 key of an access key for Signature Version 4A: NIST SP 800-108 in counter mode with HMAC-SHA-256, repeated
/// with the next external counter until the result is a scalar of the curve.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html"/>
internal static class SigV4aKeyDerivation
{
    /// <summary>Length of the key in bytes.</summary>
    internal const int KeySize = 32;

    private const byte LastCounter = 254;

    /// <summary>The order of the curve less two.</summary>
    private static ReadOnlySpan<byte> Limit =>
    [
        0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x4F,
    ];

    /// <summary>Writes the big-endian scalar to <paramref name="key"/>, <see cref="KeySize"/> bytes.</summary>
    /// <exception cref="CryptographicException">No counter gives a key, which has a chance of 1 in 2^8128.</exception>
    internal static void Derive(string accessKeyId, SecretString secretAccessKey, Span<byte> key)
    {
        Utf8Buffer secret = new(stackalloc byte[128]);
        Utf8Buffer input = new(stackalloc byte[128]);
        try
        {
            secret.Append("AWS4A"u8);
            secret.Append(secretAccessKey.Bytes);
            GC.KeepAlive(secretAccessKey);
            for (byte counter = 1; counter <= LastCounter; counter++)
            {
                input.Truncate(0);
                WriteInput(accessKeyId, counter, ref input);
                HmacSha256.Hash(secret.Written, input.Written, key);
                if (IsAtMostLimit(key))
                {
                    AddOne(key);
                    return;
                }
            }
        }
        finally
        {
            secret.Dispose();
            input.Dispose();
        }

        throw new CryptographicException("No signing key can be derived from these credentials.");
    }

    /// <summary>Whether the number is at most the order less two, in constant time.</summary>
    internal static bool IsAtMostLimit(ReadOnlySpan<byte> number)
    {
        int borrow = 0;
        for (int i = KeySize - 1; i >= 0; i--)
        {
            borrow = ((Limit[i] - number[i] - borrow) >> 8) & 1;
        }

        return borrow == 0;
    }

    /// <summary>Adds one, in constant time.</summary>
    internal static void AddOne(Span<byte> number)
    {
        int carry = 1;
        for (int i = KeySize - 1; i >= 0; i--)
        {
            int sum = number[i] + carry;
            number[i] = (byte)sum;
            carry = sum >> 8;
        }
    }

    /// <summary>Internal counter, label, zero, context (access key id and external counter), and the length of the key in bits.</summary>
    private static void WriteInput(string accessKeyId, byte counter, ref Utf8Buffer input)
    {
        input.Append([0, 0, 0, 1]);
        input.Append("AWS4-ECDSA-P256-SHA256"u8);
        input.Append((byte)0);
        input.Append(accessKeyId);
        input.Append(counter);
        input.Append([0, 0, 1, 0]);
    }
}
