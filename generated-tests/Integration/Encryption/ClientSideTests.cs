using System.Security.Cryptography;
using S3Gen.Encryption;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Encryption;

/// <summary>Objects that are encrypted before they leave the process, on servers that keep what they are given.</summary>
public sealed class ClientSideTests(string server) : ServerSuite(server)
{
    private const int MiB = 1 << 20;
    private const int LargeLength = 64 * MiB;

    /// <summary>Most memory that a large object may take on its way, whatever its length: buffers of both ends, and what waits for the collector.</summary>
    private const long MemoryLimit = 8 * MiB;

    private readonly AesKeyring _keyring = new(RandomNumberGenerator.GetBytes(32), new Dictionary<string, string> { ["purpose"] = "tests" });

    [OneTimeTearDown]
    public void DisposeKeyring() => _keyring.Dispose();

    [Test]
    public async Task Object_comes_back_equal_and_lies_unreadable_on_the_server(
        [Values(0, 1, 100_000, 6 * MiB)] int length, [Values] EncryptionFormats format)
    {
        S3EncryptionClient encrypted = Client(format);
        byte[] content = RandomNumberGenerator.GetBytes(length);
        string key = $"{format} {length}";
        await encrypted.PutObjectAsync(new PutObjectRequest
        {
            Bucket = Bucket, Key = key, Body = content, Metadata = new Dictionary<string, string> { ["author"] = "me" },
        });

        await using DecryptedObject found = await encrypted.GetObjectAsync(Bucket, key);
        byte[] stored = await GetAsync(key);
        Assert.That((await ReadAsync(found.Content)).AsSpan().SequenceEqual(content), Is.True);
        Assert.That(found.Metadata, Is.EqualTo(new Dictionary<string, string> { ["author"] = "me" }));
        Assert.That(stored, Has.Length.EqualTo(length + 16));
        Assert.That(length < 100 || !stored.AsSpan(0, length).SequenceEqual(content), Is.True);
    }

    [Test]
    public async Task Object_that_was_changed_on_the_server_is_refused()
    {
        await Client().PutObjectAsync(new PutObjectRequest { Bucket = Bucket, Key = "changed", Body = RandomNumberGenerator.GetBytes(1000) });
        HeadObjectResponse head = await S3.HeadObjectAsync(Bucket, "changed");
        byte[] stored = await GetAsync("changed");
        stored[500] ^= 1;
        await S3.PutObjectAsync(new PutObjectRequest { Bucket = Bucket, Key = "changed", Body = stored, Metadata = head.Metadata.ToDictionary() });

        await Assert.ThrowsAsync<S3EncryptionException>(async () => await Client().GetObjectAsync(Bucket, "changed"));
    }

    [Test]
    public async Task Large_object_goes_up_and_comes_down_in_bounded_memory()
    {
        S3EncryptionClient encrypted = Client();
        string path = Path.Combine(Path.GetTempPath(), $"s3gen-it-{Guid.NewGuid():N}");
        using MemoryWatch memory = new();
        await encrypted.PutObjectAsync(new PutObjectRequest
        {
            Bucket = Bucket, Key = "large", Body = RequestBody.FromStream(new PatternStream(LargeLength), LargeLength),
        });
        await encrypted.GetObjectToFileAsync(new GetObjectRequest { Bucket = Bucket, Key = "large" }, path);
        long peak = memory.Peak;
        await TestContext.Out.WriteLineAsync($"peak {peak / 1024} KiB");

        await using (FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.DeleteOnClose))
        await using (PatternStream expected = new(LargeLength))
        {
            Assert.That(await SHA256.HashDataAsync(file), Is.EqualTo(await SHA256.HashDataAsync(expected)));
        }

        if (Server != ServerNames.InProcess)
        {
            // In the process the server's own memory, which holds the object, would be counted.
            Assert.That(peak, Is.LessThan(MemoryLimit));
        }
    }

    [Test]
    public async Task Stream_of_unknown_length_goes_up_in_parts()
    {
        byte[] content = RandomNumberGenerator.GetBytes((12 * MiB) + 17);
        S3Transfer transfer = new(S3, new S3TransferOptions { PartSize = 5 * MiB });

        UploadResult result = await Client().UploadAsync(transfer, Bucket, "in parts", new ForwardOnlyStream(content));

        await using DecryptedObject found = await Client().GetObjectAsync(Bucket, "in parts");
        Assert.That(result.Parts, Is.EqualTo(3));
        Assert.That((await ReadAsync(found.Content)).AsSpan().SequenceEqual(content), Is.True);
    }

    private S3EncryptionClient Client(EncryptionFormats format = EncryptionFormats.CommittingAesGcm) =>
        new(S3, new S3EncryptionOptions { Keyring = _keyring, Format = format, AcceptedFormats = format });

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using MemoryStream bytes = new();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
