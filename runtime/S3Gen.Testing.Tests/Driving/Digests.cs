using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace S3Gen.Testing.Tests.Driving;

internal static class Digests
{
    [SuppressMessage("Security", "CA5351", Justification = "Content-MD5 and entity tags are MD5 by the definition of S3.")]
    internal static byte[] Md5(ReadOnlySpan<byte> data) => MD5.HashData(data);

    internal static string Md5Base64(string text) => Convert.ToBase64String(Md5(Encoding.UTF8.GetBytes(text)));
}
