using CsCheck;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Encryption.Tests;

/// <summary>Content of any length, sent and read in pieces of any size, comes back equal.</summary>
public sealed class AnyContentTests
{
    private static readonly int Cases = FullRun.IsOn ? 150 : 30;

    private static readonly Gen<int> Lengths = Gen.OneOf(Gen.Int[0, 200], Gen.Int[65_500, 65_600], Gen.Int[0, 300_000]);
    private static readonly Gen<int[]> Sizes = Gen.OneOf(Gen.Int[1, 40], Gen.Int[1, 100_000]).Array[1, 8];
    private static readonly Gen<EncryptionFormats> Formats = Gen.Enum<EncryptionFormats>();

    private EncryptionRig _rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _rig = await EncryptionRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _rig.DisposeAsync();

    [Test]
    public async Task Comes_back_equal_whatever_the_pieces() =>
        await Gen.Select(Lengths, Sizes, Sizes, Formats, Gen.Bool, Gen.Byte).SampleAsync(CheckAsync, iter: Cases, threads: 1);

    private async Task CheckAsync(int length, int[] sent, int[] read, EncryptionFormats format, bool releases, byte seed)
    {
        byte[] content = Fill(length, seed);
        S3EncryptionOptions options = new()
        {
            Keyring = EncryptionRig.Keyring(), Format = format, AcceptedFormats = format, ReleaseUnauthenticated = releases,
        };
        S3EncryptionClient client = _rig.Client(options);
        await client.PutObjectAsync(new PutObjectRequest
        {
            Bucket = EncryptionRig.Bucket, Key = "any", Body = RequestBody.FromStream(new PiecewiseStream(content, sent), length),
        });

        await using DecryptedObject found = await client.GetObjectAsync(EncryptionRig.Bucket, "any");
        Assert.That((await ReadAsync(found.Content, read)).AsSpan().SequenceEqual(content), Is.True);
        Assert.That(found.ContentLength, Is.EqualTo(length));
        Assert.That((await _rig.ReadStoredAsync("any")).Content, Has.Length.EqualTo(length + 16));
    }

    private static byte[] Fill(int length, byte seed)
    {
        byte[] content = new byte[length];
        new Random(seed).NextBytes(content);
        return content;
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int[] sizes)
    {
        using MemoryStream read = new();
        byte[] buffer = new byte[sizes.Max()];
        for (int i = 0; ; i++)
        {
            int count = await stream.ReadAsync(buffer.AsMemory(0, sizes[i % sizes.Length]));
            if (count == 0)
            {
                return read.ToArray();
            }

            read.Write(buffer, 0, count);
        }
    }
}
