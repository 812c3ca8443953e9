namespace S3Gen.Encryption.Tests;

/// <summary>Streams of any length, known or not, go up encrypted, in parts where they are long.</summary>
public sealed class UploadTests
{
    private const int MiB = 1 << 20;

    private EncryptionRig _rig = null!;

    private S3Transfer Transfer => new(_rig.Plain, new S3TransferOptions { PartSize = 5 * MiB });

    [OneTimeSetUp]
    public async Task StartAsync() => _rig = await EncryptionRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _rig.DisposeAsync();

    [Test]
    public async Task Stream_of_unknown_length_comes_back_equal(
        [Values(0, 1, 65_536, (5 * MiB) - 16, 5 * MiB, (11 * MiB) + 3)] int length, [Values] EncryptionFormats format)
    {
        byte[] content = new byte[length];
        new Random(length).NextBytes(content);
        S3EncryptionOptions options = EncryptionRig.Options(format);
        UploadResult result = await _rig.Client(options).UploadAsync(
            Transfer, EncryptionRig.Bucket, "uploaded", new PiecewiseStream(content, [1, 70_000, 17]), new UploadOptions
            {
                Settings = new ObjectSettings { ContentType = "text/x-test", Metadata = new Dictionary<string, string> { ["author"] = "me" } },
            });

        await using DecryptedObject found = await _rig.Client(options).GetObjectAsync(EncryptionRig.Bucket, "uploaded");
        Assert.That((await EncryptionRig.ReadAsync(found.Content)).AsSpan().SequenceEqual(content), Is.True);
        Assert.That((result.Size, result.Parts > 1), Is.EqualTo((length + 16L, length + 16 > 5 * MiB)));
        Assert.That((found.Response.ContentType, found.Metadata["author"]), Is.EqualTo(("text/x-test", "me")));
    }

    [Test]
    public async Task Stream_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<InvalidDataException>(
            () => _rig.Client().UploadAsync(Transfer, EncryptionRig.Bucket, "broken", new BrokenStream(7 * MiB)));
        Assert.That((await _rig.Plain.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { Bucket = EncryptionRig.Bucket })).Uploads, Is.Empty);
        await Assert.CatchAsync<S3Exception>(() => _rig.Plain.HeadObjectAsync(EncryptionRig.Bucket, "broken"));
    }

    [Test]
    public async Task Metadata_of_the_formats_names_is_refused()
    {
        UploadOptions options = new() { Settings = new ObjectSettings { Metadata = new Dictionary<string, string> { ["x-amz-c"] = "115" } } };
        ArgumentException refusal = (await Assert.ThrowsAsync<ArgumentException>(
            () => _rig.Client().UploadAsync(Transfer, EncryptionRig.Bucket, "refused", Stream.Null, options)))!;
        Assert.That(refusal.Message, Does.StartWith("UploadOptions.Settings.Metadata['x-amz-c'] belongs to the encryption format"));
    }

    [Test]
    public async Task Stream_stays_open()
    {
        using MemoryStream content = new([1, 2, 3]);
        await _rig.Client().UploadAsync(Transfer, EncryptionRig.Bucket, "open", content);
        Assert.That((content.CanRead, content.Position), Is.EqualTo((true, 3L)));
    }

    private sealed class BrokenStream(int length) : MemoryStream(new byte[length])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and int count ? count : throw new InvalidDataException("Broken.");
    }
}
