using System.Security.Cryptography;
using System.Text;

namespace S3Gen.Encryption.Tests;

/// <summary>What is written encrypted comes back equal, and does not lie readable on the server.</summary>
public sealed class RoundTripTests
{
    private EncryptionRig _rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _rig = await EncryptionRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _rig.DisposeAsync();

    [Test]
    public async Task Object_of_any_length_comes_back_equal(
        [Values(0, 1, 15, 16, 17, 65_535, 65_536, 65_537, 300_001)] int length, [Values] EncryptionFormats format)
    {
        byte[] content = RandomNumberGenerator.GetBytes(length);
        S3EncryptionOptions options = EncryptionRig.Options(format);
        string key = $"{format}/{length}";
        await EncryptionRig.PutAsync(_rig.Client(options), key, content);

        using DecryptedObject found = await _rig.Client(options).GetObjectAsync(EncryptionRig.Bucket, key);
        Assert.That(await EncryptionRig.ReadAsync(found.Content), Is.EqualTo(content));
        Assert.That((found.ContentLength, found.Format), Is.EqualTo(((long)length, format)));
        Assert.That((await _rig.ReadStoredAsync(key)).Content, Has.Length.EqualTo(length + 16));
    }

    [Test]
    public async Task Key_wrapped_with_RSA_is_unwrapped_with_the_private_key_alone([Values] EncryptionFormats format)
    {
        using RSA pair = RSA.Create(2048);
        using RSA publicHalf = RSA.Create(pair.ExportParameters(includePrivateParameters: false));
        await EncryptionRig.PutAsync(_rig.Client(With(new RsaKeyring(publicHalf), format)), $"rsa/{format}", "secret"u8.ToArray());

        Assert.That(await _rig.GetAsync($"rsa/{format}", With(new RsaKeyring(pair), format)), Is.EqualTo("secret"u8.ToArray()));
        await Assert.ThrowsAsync<S3EncryptionException>(async () => await _rig.GetAsync($"rsa/{format}", With(new RsaKeyring(publicHalf), format)));
    }

    [Test]
    public async Task User_metadata_comes_back_without_the_entries_of_the_format()
    {
        await _rig.Client().PutObjectAsync(new PutObjectRequest
        {
            Bucket = EncryptionRig.Bucket, Key = "described", Body = RequestBody.FromString("x"), Metadata = new Dictionary<string, string> { ["author"] = "me" },
        });
        using DecryptedObject found = await _rig.Client().GetObjectAsync(EncryptionRig.Bucket, "described");
        Assert.That(found.Metadata, Is.EqualTo(new Dictionary<string, string> { ["author"] = "me" }));
    }

    [Test]
    public async Task Object_of_a_former_keyring_is_read_after_rotation()
    {
        await EncryptionRig.PutAsync(_rig.Client(), "rotated", "old"u8.ToArray());
        S3EncryptionOptions rotated = new() { Keyring = new AesKeyring(SHA256.HashData("new"u8)), FormerKeyrings = [EncryptionRig.Keyring()] };
        Assert.That(await _rig.GetAsync("rotated", rotated), Is.EqualTo("old"u8.ToArray()));
    }

    [Test]
    public async Task Wrapped_key_in_an_instruction_file_is_found([Values] EncryptionFormats format)
    {
        string key = $"instructed/{format}";
        await EncryptionRig.PutAsync(_rig.Client(EncryptionRig.Options(format)), key, "content"u8.ToArray());
        (byte[] content, Dictionary<string, string> metadata) = await _rig.ReadStoredAsync(key);
        string[] moved = format == EncryptionFormats.AesGcm ? [.. metadata.Keys] : ["x-amz-3", "x-amz-w", "x-amz-m"];
        string json = System.Text.Json.JsonSerializer.Serialize(moved.ToDictionary(name => name, name => metadata[name]));
        await _rig.StoreAsync(key, content, metadata.Where(entry => !moved.Contains(entry.Key)).ToDictionary());
        await _rig.StoreAsync(key + ".instruction", Encoding.UTF8.GetBytes(json), []);

        Assert.That(await _rig.GetAsync(key), Is.EqualTo("content"u8.ToArray()));
    }

    [Test]
    public async Task File_appears_when_the_object_is_authentic()
    {
        string folder = Directory.CreateTempSubdirectory("encryption").FullName;
        string path = Path.Combine(folder, "file");
        await EncryptionRig.PutAsync(_rig.Client(), "to a file", "content"u8.ToArray());
        await _rig.Client().GetObjectToFileAsync(new GetObjectRequest { Bucket = EncryptionRig.Bucket, Key = "to a file" }, path);
        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo("content"));
        Assert.That(Directory.GetFiles(folder), Has.Length.EqualTo(1));
        Directory.Delete(folder, recursive: true);
    }

    private static S3EncryptionOptions With(IKeyring keyring, EncryptionFormats format) => new() { Keyring = keyring, Format = format, AcceptedFormats = format };
}
