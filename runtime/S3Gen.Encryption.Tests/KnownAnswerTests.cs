using System.Security.Cryptography;
using S3Gen.Encryption.Content;

namespace S3Gen.Encryption.Tests;

/// <summary>Held against implementations that share no code with ours: .NET's one-shot AES-GCM, and values that Python's cryptography package computed.</summary>
public sealed class KnownAnswerTests
{
    private static readonly byte[] DataKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] MessageId = [.. Enumerable.Range(100, 28).Select(i => (byte)i)];

    [Test]
    public void Derived_key_and_commitment_are_those_of_the_specification()
    {
        using ContentKey key = ContentKey.Derive(DataKey, MessageId);
        Assert.That(Convert.ToHexStringLower(key.Key), Is.EqualTo("95e0b2ff3f50200a0e3015f67f680fa0e4bce4c2e63c817f1ff465eb4b974f85"));
        Assert.That(Convert.ToHexStringLower(ContentKey.Commit(DataKey, MessageId)), Is.EqualTo("2d59a480d136f5982791c93a93d760ceade5011ccf465dbfc303c597"));
    }

    [Test]
    public void Ciphertext_of_version_3_is_that_of_the_specification()
    {
        using ContentKey key = ContentKey.Derive(DataKey, MessageId);
        Assert.That(Convert.ToHexStringLower(Encrypt(key, "Key commitment binds."u8.ToArray(), 21)), Is.EqualTo("1274fc10def1531abe9ebdc5407c9b940d1bdbbe6c93537783fe635965cedadaf372dc7203"));
    }

    [Test]
    public void Pieces_of_any_size_give_the_ciphertext_of_one_shot([Values(1, 7, 16, 33, 4096, 65_536)] int pieceSize, [Values(0, 1, 100_000)] int length)
    {
        byte[] plain = RandomNumberGenerator.GetBytes(length);
        byte[] iv = RandomNumberGenerator.GetBytes(12);
        using ContentKey key = ContentKey.Plain(DataKey, iv);
        byte[] expected = new byte[length + 16];
        using AesGcm oneShot = new(DataKey, 16);
        oneShot.Encrypt(iv, plain, expected.AsSpan(0, length), expected.AsSpan(length));

        Assert.That(Encrypt(key, plain, pieceSize), Is.EqualTo(expected));
    }

    private static byte[] Encrypt(ContentKey key, byte[] plain, int pieceSize)
    {
        ContentCipher cipher = new(key, isEncrypting: true);
        List<byte> output = [];
        byte[] buffer = new byte[ContentCipher.RoomFor(pieceSize)];
        for (int i = 0; i < plain.Length; i += pieceSize)
        {
            output.AddRange(buffer.AsSpan(0, cipher.Process(plain.AsSpan(i, Math.Min(pieceSize, plain.Length - i)), buffer)));
        }

        output.AddRange(buffer.AsSpan(0, cipher.Finish(buffer)));
        return [.. output];
    }
}
