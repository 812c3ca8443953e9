using CsCheck;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Encryption.Tests;

/// <summary>Whatever one byte of an object or of its metadata is changed to, nothing is handed out.</summary>
public sealed class AnyTamperingTests
{
    private static readonly int Cases = FullRun.IsOn ? 300 : 60;
    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

    private static readonly Gen<EncryptionFormats> Formats = Gen.Enum<EncryptionFormats>();

    /// <summary>Where something is changed, as a share of its length.</summary>
    private static readonly Gen<double> Places = Gen.Double.Unit;

    private readonly Dictionary<EncryptionFormats, (byte[] Content, Dictionary<string, string> Metadata)> _objects = [];
    private readonly byte[] _plain = new byte[700];
    private EncryptionRig _rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _rig = await EncryptionRig.StartAsync();
        new Random(1).NextBytes(_plain);
        foreach (EncryptionFormats format in Enum.GetValues<EncryptionFormats>())
        {
            await EncryptionRig.PutAsync(_rig.Client(EncryptionRig.Options(format)), $"{format}", _plain);
            _objects[format] = await _rig.ReadStoredAsync($"{format}");
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _rig.DisposeAsync();

    [Test]
    public async Task Changed_byte_of_content_or_tag_is_refused() =>
        await Gen.Select(Formats, Places, Gen.Byte[1, 255]).SampleAsync(
            async (format, place, change) =>
            {
                byte[] content = [.. _objects[format].Content];
                content[(int)(place * content.Length)] ^= change;
                await RefusedAsync(content, _objects[format].Metadata);
            },
            iter: Cases,
            threads: 1);

    [Test]
    public async Task Content_of_another_length_is_refused() =>
        await Gen.Select(Formats, Gen.Int[-716, 100].Where(static by => by != 0)).SampleAsync(
            async (format, by) =>
            {
                byte[] content = [.. _objects[format].Content];
                Array.Resize(ref content, content.Length + by);
                await RefusedAsync(content, _objects[format].Metadata);
            },
            iter: Cases,
            threads: 1);

    [Test]
    public async Task Changed_character_of_metadata_is_refused() =>
        await Gen.Select(Formats, Places, Places, Gen.Char[Base64]).SampleAsync(
            async (format, entry, place, change) =>
            {
                Dictionary<string, string> metadata = new(_objects[format].Metadata);
                string[] names = [.. metadata.Keys.Where(static name => !IsDescription(name)).Order(StringComparer.Ordinal)];
                string name = names[(int)(entry * names.Length)];
                char[] value = metadata[name].ToCharArray();
                int at = (int)(place * value.Length);
                if (value[at] != change)
                {
                    value[at] = change;
                    metadata[name] = new string(value);
                    await RefusedAsync(_objects[format].Content, metadata);
                }
            },
            iter: Cases,
            threads: 1);

    /// <summary>The description of the wrapping key is not authenticated: it says which keyring to try first, and nothing else.</summary>
    [Test]
    public async Task Changed_description_never_leads_to_other_content() =>
        await Gen.Select(Formats, Gen.Char["{}[]\":,a1 "].Array[0, 12]).SampleAsync(
            async (format, text) =>
            {
                Dictionary<string, string> metadata = new(_objects[format].Metadata);
                metadata[metadata.Keys.Single(IsDescription)] = new string(text).Trim();
                await _rig.StoreAsync("described", _objects[format].Content, metadata);
                try
                {
                    Assert.That(await _rig.GetAsync("described"), Is.EqualTo(_plain));
                }
                catch (S3EncryptionException refusal)
                {
                    Assert.That(refusal.Message, Does.Contain("not a JSON object"));
                }
            },
            iter: Cases,
            threads: 1);

    [Test]
    public async Task Entries_of_another_object_are_refused([Values] EncryptionFormats format)
    {
        await EncryptionRig.PutAsync(_rig.Client(EncryptionRig.Options(format)), "another", _plain);
        Dictionary<string, string> others = (await _rig.ReadStoredAsync("another")).Metadata;
        string[] names = [.. others.Keys.Where(name => others[name] != _objects[format].Metadata[name])];
        for (int chosen = 1; chosen < 1 << names.Length; chosen++)
        {
            Dictionary<string, string> mixed = new(_objects[format].Metadata);
            foreach (string name in names.Where((_, i) => (chosen & (1 << i)) != 0))
            {
                mixed[name] = others[name];
            }

            await RefusedAsync(_objects[format].Content, mixed);
        }
    }

    [Test]
    public async Task Key_that_the_object_does_not_commit_to_is_refused()
    {
        (byte[] content, Dictionary<string, string> metadata) = _objects[EncryptionFormats.CommittingAesGcm];
        using AesKeyring keyring = EncryptionRig.Keyring();
        byte[] wrapped = await keyring.WrapAsync(new byte[32], "115");
        S3EncryptionException refusal = await RefusedAsync(content, new(metadata) { ["x-amz-3"] = Convert.ToBase64String(wrapped) });
        Assert.That(refusal.Message, Does.Contain("commits to another key"));
    }

    private static bool IsDescription(string name) => name is "x-amz-m" or "x-amz-matdesc";

    /// <summary>Neither memory nor a file gets anything of the object.</summary>
    private async Task<S3EncryptionException> RefusedAsync(byte[] content, Dictionary<string, string> metadata)
    {
        await _rig.StoreAsync("tampered", content, metadata);
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
        GetObjectRequest request = new() { Bucket = EncryptionRig.Bucket, Key = "tampered" };
        await Assert.ThrowsAsync<S3EncryptionException>(async () => await _rig.Client().GetObjectToFileAsync(request, path));
        Assert.That(File.Exists(path), Is.False);
        return (await Assert.ThrowsAsync<S3EncryptionException>(async () => await _rig.GetAsync("tampered")))!;
    }
}
