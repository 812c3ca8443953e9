using System.Security.Cryptography;
using System.Text;

namespace S3Gen.Testing.Auth;

/// <summary>The last step of every Signature Version 4, and its comparison in constant time.</summary>
internal static class Signatures
{
    internal static string Compute(byte[] key, string stringToSign) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.Latin1.GetBytes(stringToSign)));

    internal static bool AreEqual(string expected, string? provided) =>
        provided is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(provided));
}
