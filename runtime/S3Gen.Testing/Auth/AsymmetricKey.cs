using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace S3Gen.Testing.Auth;

/// <summary>
/// The P-256 key that Signature Version 4A derives from an access key: NIST SP 800-108 in counter mode, tried with one external counter
/// after the other until the number is below the curve's order less one. It holds for all days and regions.
/// </summary>
internal static class AsymmetricKey
{
    private const string Algorithm = "AWS4-ECDSA-P256-SHA256";
    private const int KeyBits = 256;

    private static readonly BigInteger Order = BigInteger.Parse(
        "0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>The big-endian private key.</summary>
    internal static byte[] Derive(string accessKeyId, string secretAccessKey)
    {
        byte[] secret = Encoding.UTF8.GetBytes("AWS4A" + secretAccessKey);
        for (byte counter = 1; counter < byte.MaxValue; counter++)
        {
            byte[] input = [.. Number(1), .. Encoding.UTF8.GetBytes(Algorithm), 0, .. Encoding.UTF8.GetBytes(accessKeyId), counter, .. Number(KeyBits)];
            BigInteger candidate = new(HMACSHA256.HashData(secret, input), isUnsigned: true, isBigEndian: true);
            if (candidate <= Order - 2)
            {
                byte[] key = (candidate + 1).ToByteArray(isUnsigned: true, isBigEndian: true);
                return [.. new byte[(KeyBits / 8) - key.Length], .. key];
            }
        }
        throw new CryptographicException("No signing key can be derived from these credentials.");
    }

    /// <summary>Whether a hexadecimal DER signature of a text is valid; what is no signature at all is not.</summary>
    internal static bool Verify(byte[] key, string text, string signature)
    {
        byte[] der = new byte[signature.Length / 2];
        if (Convert.FromHexString(signature, der, out _, out int written) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }
        using ECDsa ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = key });
        return ecdsa.VerifyData(
            Encoding.Latin1.GetBytes(text), der.AsSpan(0, written), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static byte[] Number(uint value)
    {
        byte[] bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
