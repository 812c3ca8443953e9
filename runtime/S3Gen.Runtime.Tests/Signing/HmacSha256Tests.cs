using System.Security.Cryptography;
using CsCheck;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Tests.Signing;

public sealed class HmacSha256Tests
{
    [Test]
    public void Hash_equals_the_platforms_for_keys_and_texts_of_all_lengths() =>
        Gen.Select(Gen.Byte.Array[0, 100], Gen.Byte.Array[0, 600]).Sample(static (key, text) =>
        {
            byte[] code = new byte[HMACSHA256.HashSizeInBytes];
            HmacSha256.Hash(key, text, code);
            return code.AsSpan().SequenceEqual(HMACSHA256.HashData(key, text));
        });
}
