using System.Security.Cryptography;
using System.Text;

namespace S3Gen.Encryption.Tests;

/// <summary>What is written is read by a decoder that knows the published formats and shares no code with the library.</summary>
public sealed class WrittenObjectTests
{
    private static readonly byte[] Suite = [0x00, 0x73];

    private EncryptionRig _rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _rig = await EncryptionRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _rig.DisposeAsync();

    [Test]
    public async Task Object_under_an_AES_key_is_of_the_format(
        [Values] EncryptionFormats format, [Values(16, 24, 32)] int keySize, [Values(0, 100, 70_000)] int length)
    {
        byte[] wrapping = RandomNumberGenerator.GetBytes(keySize);
        await AssertWrittenAsync(new AesKeyring(wrapping), format, length, (wrapped, algorithm) => Open(wrapping, wrapped[..12], wrapped[12..], algorithm));
    }

    [Test]
    public async Task Object_under_an_RSA_key_is_of_the_format([Values] EncryptionFormats format)
    {
        using RSA pair = RSA.Create(2048);
        await AssertWrittenAsync(new RsaKeyring(RSA.Create(pair.ExportParameters(includePrivateParameters: true))), format, 1000, (wrapped, algorithm) =>
        {
            byte[] text = pair.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA1);
            Assert.That(text[33..], Is.EqualTo(algorithm));
            return text[1..33];
        });
    }

    private async Task AssertWrittenAsync(IKeyring keyring, EncryptionFormats format, int length, Func<byte[], byte[], byte[]> unwrap)
    {
        using IKeyring owned = keyring;
        byte[] plain = RandomNumberGenerator.GetBytes(length);
        await EncryptionRig.PutAsync(_rig.Client(new S3EncryptionOptions { Keyring = keyring, Format = format, AcceptedFormats = format }), "written", plain);
        (byte[] content, Dictionary<string, string> metadata) = await _rig.ReadStoredAsync("written");
        Assert.That(format == EncryptionFormats.AesGcm ? Version2(content, metadata, unwrap) : Version3(content, metadata, unwrap), Is.EqualTo(plain));
    }

    private static byte[] Version2(byte[] content, Dictionary<string, string> metadata, Func<byte[], byte[], byte[]> unwrap)
    {
        Assert.That((metadata["x-amz-cek-alg"], metadata["x-amz-tag-len"]), Is.EqualTo(("AES/GCM/NoPadding", "128")));
        Assert.That(metadata["x-amz-wrap-alg"], Is.EqualTo("AES/GCM").Or.EqualTo("RSA-OAEP-SHA1"));
        return Open(unwrap(Bytes(metadata["x-amz-key-v2"]), "AES/GCM/NoPadding"u8.ToArray()), Bytes(metadata["x-amz-iv"]), content, []);
    }

    private static byte[] Version3(byte[] content, Dictionary<string, string> metadata, Func<byte[], byte[], byte[]> unwrap)
    {
        Assert.That(metadata["x-amz-c"], Is.EqualTo("115"));
        Assert.That(metadata["x-amz-w"], Is.EqualTo("02").Or.EqualTo("22"));
        byte[] dataKey = unwrap(Bytes(metadata["x-amz-3"]), "115"u8.ToArray());
        byte[] messageId = Bytes(metadata["x-amz-i"]);
        Assert.That(Bytes(metadata["x-amz-d"]), Is.EqualTo(Derive(dataKey, messageId, "COMMITKEY", 28)));
        return Open(Derive(dataKey, messageId, "DERIVEKEY", 32), Enumerable.Repeat((byte)1, 12).ToArray(), content, Suite);
    }

    private static byte[] Derive(byte[] dataKey, byte[] messageId, string label, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA512, dataKey, length, messageId, [.. Suite, .. Encoding.UTF8.GetBytes(label)]);

    private static byte[] Open(byte[] key, byte[] iv, byte[] sealedText, byte[] associated)
    {
        using AesGcm aes = new(key, 16);
        byte[] plain = new byte[sealedText.Length - 16];
        aes.Decrypt(iv, sealedText.AsSpan(0, plain.Length), sealedText.AsSpan(plain.Length), plain, associated);
        return plain;
    }

    private static byte[] Bytes(string base64) => Convert.FromBase64String(base64);
}
