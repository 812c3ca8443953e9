using System.Security.Cryptography;

namespace S3Gen.Encryption.Tests;

/// <summary>Nothing that was changed, cut short or mixed up is ever handed out.</summary>
public sealed class TamperingTests
{
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(1000);

    private EncryptionRig _rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _rig = await EncryptionRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _rig.DisposeAsync();

    [TestCase(0)]
    [TestCase(500)]
    [TestCase(999)]
    [TestCase(1000)]
    [TestCase(1015)]
    public async Task Flipped_bit_of_content_or_tag_is_noticed(int at) => await RefusedAsync("not authentic", change: (content, _) =>
    {
        content[at] ^= 1;
        return content;
    });

    [TestCase(1015)]
    [TestCase(16)]
    [TestCase(15)]
    [TestCase(0)]
    public async Task Content_cut_short_is_noticed(int length) => await RefusedAsync("", change: (content, _) => content[..length]);

    [TestCase("x-amz-3", "not authentic|cannot be unwrapped")]
    [TestCase("x-amz-d", "commits to another key")]
    [TestCase("x-amz-i", "commits to another key")]
    [TestCase("x-amz-key-v2", "cannot be unwrapped")]
    [TestCase("x-amz-iv", "not authentic")]
    public async Task Flipped_bit_of_metadata_is_noticed(string name, string reason) => await RefusedAsync(reason, FormatOf(name), (content, metadata) =>
    {
        byte[] bytes = Convert.FromBase64String(metadata[name]);
        bytes[0] ^= 1;
        metadata[name] = Convert.ToBase64String(bytes);
        return content;
    });

    [TestCase("x-amz-c", "116", "only '115' is supported")]
    [TestCase("x-amz-w", "99", "no wrapping algorithm")]
    [TestCase("x-amz-w", "22", "no keyring")]
    [TestCase("x-amz-d", "AAAA", "3 bytes instead of 28")]
    [TestCase("x-amz-3", "?", "not base64")]
    [TestCase("x-amz-m", "[", "not a JSON object")]
    [TestCase("x-amz-key-v2", "AAAA", "several versions")]
    [TestCase("x-amz-key", "AAAA", "several versions")]
    [TestCase("x-amz-cek-alg", "AES/CBC/PKCS5Padding", "only 'AES/GCM/NoPadding' is supported")]
    [TestCase("x-amz-tag-len", "96", "only '128' is supported")]
    [TestCase("x-amz-unencrypted-content-length", "999", "does not fit")]
    public async Task Metadata_that_is_not_sound_is_refused(string name, string value, string reason) =>
        await RefusedAsync(reason, name is "x-amz-key-v2" ? EncryptionFormats.CommittingAesGcm : FormatOf(name), (content, metadata) =>
        {
            metadata[name] = value;
            return content;
        });

    [Test]
    public async Task Other_text_for_the_same_bytes_is_refused([Values("x-amz-d", "x-amz-i")] string name) =>
        await RefusedAsync("not canonical base64", change: (content, metadata) =>
        {
            // 28 bytes leave four bits of their last character unused.
            char[] text = metadata[name].ToCharArray();
            text[^3]++;
            metadata[name] = new string(text);
            return content;
        });

    [Test]
    public async Task Missing_entry_is_refused([Values("x-amz-c", "x-amz-d", "x-amz-i", "x-amz-w", "x-amz-iv", "x-amz-cek-alg", "x-amz-wrap-alg")] string name) =>
        await RefusedAsync($"entry {name} is missing", FormatOf(name), (content, metadata) =>
        {
            metadata.Remove(name);
            return content;
        });

    [Test]
    public async Task Object_that_is_not_encrypted_is_refused() => await RefusedAsync("not encrypted", change: (content, metadata) =>
    {
        metadata.Clear();
        return content;
    });

    [Test]
    public async Task Format_that_is_not_accepted_is_refused() =>
        await RefusedAsync("AcceptedFormats", EncryptionFormats.AesGcm, (content, _) => content, new() { Keyring = EncryptionRig.Keyring() });

    [Test]
    public async Task Other_key_is_refused_and_nothing_of_it_is_shown()
    {
        byte[] other = SHA256.HashData("other"u8);
        S3EncryptionException refusal = await RefusedAsync("cannot be unwrapped", change: (content, _) => content, options: new() { Keyring = new AesKeyring(other) });
        Assert.That(refusal.ToString(), Does.Not.Contain(Convert.ToBase64String(other)).And.Not.Contain(Convert.ToHexString(other)).IgnoreCase);
    }

    [Test]
    public async Task Unauthenticated_stream_fails_at_its_end_and_again_after_it()
    {
        string key = await StoreChangedAsync(EncryptionFormats.CommittingAesGcm, (content, _) =>
        {
            content[^1] ^= 1;
            return content;
        });
        S3EncryptionOptions options = new() { Keyring = EncryptionRig.Keyring(), ReleaseUnauthenticated = true };
        using DecryptedObject found = await _rig.Client(options).GetObjectAsync(EncryptionRig.Bucket, key);
        byte[] buffer = new byte[100];
        Assert.That(await found.Content.ReadAsync(buffer), Is.EqualTo(100));
        await Assert.ThrowsAsync<S3EncryptionException>(async () => await EncryptionRig.ReadAsync(found.Content));
        await Assert.ThrowsAsync<S3EncryptionException>(async () => await EncryptionRig.ReadAsync(found.Content));
    }

    [Test]
    public async Task File_of_an_object_that_is_not_authentic_does_not_appear()
    {
        string key = await StoreChangedAsync(EncryptionFormats.CommittingAesGcm, (content, _) =>
        {
            content[^1] ^= 1;
            return content;
        });
        string folder = Directory.CreateTempSubdirectory("encryption").FullName;
        await Assert.ThrowsAsync<S3EncryptionException>(
            async () => await _rig.Client().GetObjectToFileAsync(new GetObjectRequest { Bucket = EncryptionRig.Bucket, Key = key }, Path.Combine(folder, "file")));
        Assert.That(Directory.GetFiles(folder), Is.Empty);
        Directory.Delete(folder);
    }

    private static EncryptionFormats FormatOf(string name) => name.Length == "x-amz-c".Length || name == "x-amz-key" ? EncryptionFormats.CommittingAesGcm : EncryptionFormats.AesGcm;

    private async Task<string> StoreChangedAsync(EncryptionFormats format, Func<byte[], Dictionary<string, string>, byte[]> change)
    {
        string key = Guid.NewGuid().ToString();
        await EncryptionRig.PutAsync(_rig.Client(EncryptionRig.Options(format)), key, Content);
        (byte[] content, Dictionary<string, string> metadata) = await _rig.ReadStoredAsync(key);
        await _rig.StoreAsync(key, change(content, metadata), metadata);
        return key;
    }

    private async Task<S3EncryptionException> RefusedAsync(
        string reason,
        EncryptionFormats format = EncryptionFormats.CommittingAesGcm,
        Func<byte[], Dictionary<string, string>, byte[]>? change = null,
        S3EncryptionOptions? options = null)
    {
        string key = await StoreChangedAsync(format, change!);
        S3EncryptionException refusal = (await Assert.ThrowsAsync<S3EncryptionException>(async () => await _rig.GetAsync(key, options)))!;
        Assert.That(refusal.Message, Does.Match(reason.Length == 0 ? "." : string.Join('|', reason.Split('|').Select(System.Text.RegularExpressions.Regex.Escape))));
        return refusal;
    }
}
