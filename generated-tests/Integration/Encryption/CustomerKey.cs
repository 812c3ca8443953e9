using System.Security.Cryptography;

namespace S3Gen.Integration.Encryption;

/// <summary>A key that S3 encrypts with and does not keep.</summary>
internal static class CustomerKey
{
    public static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static string DigestOf(string key) => Convert.ToBase64String(MD5.HashData(Convert.FromBase64String(key)));
}
