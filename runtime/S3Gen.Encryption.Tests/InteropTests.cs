using System.Security.Cryptography;
using System.Text.Json;

namespace S3Gen.Encryption.Tests;

/// <summary>Objects that another implementation wrote (<c>Data/objects.py</c>) are read, in both formats and under every kind of wrapping key.</summary>
public sealed class InteropTests
{
    private EncryptionRig _rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _rig = await EncryptionRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _rig.DisposeAsync();

    [TestCaseSource(nameof(Cases))]
    public async Task Object_of_another_implementation_is_read(JsonElement given)
    {
        string name = given.GetProperty("name").GetString()!;
        await _rig.StoreAsync(name, given.GetProperty("content").GetBytesFromBase64(), given.GetProperty("metadata").Deserialize<Dictionary<string, string>>()!);
        if (given.GetProperty("instruction") is { ValueKind: JsonValueKind.Object } instruction)
        {
            await _rig.StoreAsync($"{name}.instruction", JsonSerializer.SerializeToUtf8Bytes(instruction), []);
        }

        using IKeyring keyring = KeyringOf(given.GetProperty("wrapping"));
        S3EncryptionOptions options = new() { Keyring = keyring, AcceptedFormats = EncryptionFormats.AesGcm | EncryptionFormats.CommittingAesGcm };
        Assert.That(await _rig.GetAsync(name, options), Is.EqualTo(given.GetProperty("plain").GetBytesFromBase64()));
    }

    private static IEnumerable<TestCaseData> Cases()
    {
        string path = Path.Combine(TestContext.CurrentContext.TestDirectory, "Data", "objects.json");
        foreach (JsonElement given in JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.EnumerateArray())
        {
            yield return new TestCaseData(given).SetArgDisplayNames(given.GetProperty("name").GetString()!);
        }
    }

    private static IKeyring KeyringOf(JsonElement wrapping)
    {
        byte[] key = wrapping.GetProperty("key").GetBytesFromBase64();
        if (wrapping.GetProperty("kind").GetString() == "AES")
        {
            return new AesKeyring(key);
        }

        RSA pair = RSA.Create();
        pair.ImportPkcs8PrivateKey(key, out _);
        return new RsaKeyring(pair);
    }
}
