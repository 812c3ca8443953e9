using S3Gen.Integration.Servers;
using S3Gen.Integration.Transfers;

namespace S3Gen.Integration.Encryption;

/// <summary>Transfers of encrypted objects: the key goes with every request that needs it, and into no file.</summary>
public sealed class EncryptedTransferTests(string server) : EncryptionSuite(server)
{
    private const int MiB = 1 << 20;
    private const int Size = (12 * MiB) + 17;

    private readonly string _folder = Directory.CreateTempSubdirectory("s3gen-it").FullName;
    private readonly string _key = CustomerKey.New();

    private S3Transfer Transfer => new(S3, new S3TransferOptions { PartSize = PartSize, CopyPartSize = PartSize, CopyThreshold = 6 * MiB });

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task File_goes_up_in_parts_comes_down_by_ranges_and_is_copied_under_a_callers_key()
    {
        byte[] content = Random(Size);
        string copyKey = Server == ServerNames.CephRgw ? _key : CustomerKey.New(); // 16.2 tries the key of the copy on the source.
        UploadResult up = await Transfer.UploadFileAsync(Bucket, "file", Write("file", content), new UploadOptions { Settings = Under(_key) });
        UploadResult copy = await Transfer.CopyAsync(Bucket, "file", Bucket, "file copy", new CopyOptions { Settings = Under(copyKey), SourceSSECustomerKey = _key });
        await Transfer.DownloadFileAsync(Bucket, "file", Target("file down"), new DownloadOptions { SSECustomerKey = _key });
        await Transfer.DownloadFileAsync(Bucket, "file copy", Target("copy down"), new DownloadOptions { SSECustomerKey = copyKey });

        Assert.That((up.Parts, copy.Parts), Is.EqualTo((3, 3)));
        AssertFile("file down", content);
        AssertFile("copy down", content);
        if (Server != ServerNames.Moto)
        {
            await Assert.CatchAsync<S3Exception>(() => Transfer.DownloadFileAsync(Bucket, "file", Target("no key")));
            await Assert.CatchAsync<S3Exception>(() => Transfer.DownloadFileAsync(Bucket, "file copy", Target("wrong key"), new DownloadOptions { SSECustomerKey = CustomerKey.New() }));
            Assert.That(Directory.GetFiles(_folder, "*key*"), Is.Empty);
        }
    }

    [TestCase(1000)]
    [TestCase(Size)]
    public async Task Stream_of_unknown_length_goes_up_and_comes_down_under_a_callers_key(int size)
    {
        byte[] content = Random(size);
        using MemoryStream back = new();
        await Transfer.UploadAsync(Bucket, $"stream {size}", new ForwardOnlyStream(content), new UploadOptions { Settings = Under(_key) });
        await Transfer.DownloadAsync(Bucket, $"stream {size}", back, new DownloadOptions { SSECustomerKey = _key });
        Assert.That(back.ToArray().AsSpan().SequenceEqual(content), Is.True);
    }

    [Test]
    public async Task Small_object_is_copied_from_one_callers_key_to_another()
    {
        NotOn(ServerNames.CephRgw, "16.2 answers NotImplemented to CopyObject of an object with a key of the caller");
        byte[] content = Random(1000);
        string copyKey = CustomerKey.New();
        await Transfer.UploadFileAsync(Bucket, "small", Write("small", content), new UploadOptions { Settings = Under(_key) });
        await Transfer.CopyAsync(Bucket, "small", Bucket, "small copy", new CopyOptions { Settings = Under(copyKey), SourceSSECustomerKey = _key });
        await Transfer.DownloadFileAsync(Bucket, "small copy", Target("small down"), new DownloadOptions { SSECustomerKey = copyKey });
        AssertFile("small down", content);
    }

    [Test]
    public async Task Paused_transfer_keeps_no_key_and_goes_on_with_the_callers()
    {
        byte[] content = Random(17 * MiB);
        string source = Write("paused", content);
        string state = Target("state");
        string keptUp = await PauseAsync(state, cancel => Transfer.UploadFileAsync(
            Bucket, "paused", source, new UploadOptions { StateFile = state, Settings = Under(_key), Progress = new CancelAfter(6 * MiB, cancel) }, cancel.Token));
        await Transfer.UploadFileAsync(Bucket, "paused", source, new UploadOptions { StateFile = state, Settings = Under(_key) });
        string keptDown = await PauseAsync(state, cancel => Transfer.DownloadFileAsync(
            Bucket, "paused", Target("resumed"), new DownloadOptions { StateFile = state, SSECustomerKey = _key, Progress = new CancelAfter(6 * MiB, cancel) }, cancel.Token));
        await Transfer.DownloadFileAsync(Bucket, "paused", Target("resumed"), new DownloadOptions { StateFile = state, SSECustomerKey = _key });

        AssertFile("resumed", content);
        Assert.That(keptUp + keptDown, Does.Not.Contain(_key).And.Not.Contain(Convert.ToHexString(Convert.FromBase64String(_key))).IgnoreCase);
    }

    [Test]
    public async Task File_goes_up_in_parts_and_is_copied_under_a_managed_key()
    {
        byte[] content = Random(Size);
        ObjectSettings managed = new() { ServerSideEncryption = ServerSideEncryption.AwsKms, SSEKMSKeyId = ManagedKey, BucketKeyEnabled = true };
        await Transfer.UploadFileAsync(Bucket, "managed", Write("managed", content), new UploadOptions { Settings = managed });
        await Transfer.CopyAsync(Bucket, "managed", Bucket, "managed copy", new CopyOptions { Settings = managed });
        await Transfer.DownloadFileAsync(Bucket, "managed copy", Target("managed down"));

        HeadObjectResponse original = await S3.HeadObjectAsync(Bucket, "managed");
        HeadObjectResponse copy = await S3.HeadObjectAsync(Bucket, "managed copy");
        AssertFile("managed down", content);
        Assert.That((original.ServerSideEncryption, original.SSEKMSKeyId), Is.EqualTo((ServerSideEncryption.AwsKms, ManagedKey)));
        Assert.That((copy.ServerSideEncryption, copy.SSEKMSKeyId), Is.EqualTo((ServerSideEncryption.AwsKms, ManagedKey)));
    }

    private static ObjectSettings Under(string key) => new() { SSECustomerKey = key };

    private string Target(string name) => Path.Combine(_folder, name);

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(Target(name), content);
        return Target(name);
    }

    private void AssertFile(string name, byte[] content) => Assert.That(File.ReadAllBytes(Target(name)).AsSpan().SequenceEqual(content), Is.True, name);

    /// <summary>Cancels a transfer, and returns what it leaves in its state file.</summary>
    private static async Task<string> PauseAsync(string state, Func<CancellationTokenSource, Task> transfer)
    {
        using CancellationTokenSource cancel = new();
        await Assert.ThrowsAsync<TransferCanceledException>(() => transfer(cancel));
        return await File.ReadAllTextAsync(state);
    }
}
