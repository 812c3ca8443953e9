using System.Runtime.InteropServices;
using S3Gen.Testing;

namespace S3Gen.Tests.Transfer;

/// <summary>An in-process server with a bucket, a client whose requests can be watched and made to fail, and a folder of its own.</summary>
internal sealed class TransferBench : IAsyncDisposable
{
    public const string TestBucket = "transfers";
    public const int MiB = 1 << 20;

    private readonly S3TestServer _server;

    private TransferBench(S3TestServer server, TimeProvider? time, ChecksumPolicy? validation)
    {
        _server = server;
        Wire = new WatchedTransport();
        S3 = new S3Client(new S3ClientOptions
        {
            EndpointUrl = server.Endpoint,
            Region = server.Region,
            Credentials = new StaticCredentialProvider(server.AccessKeyId, server.SecretAccessKey),
            Transport = Wire,
            MaxRetries = 0,
            ResponseChecksumValidation = validation,
            TimeProvider = time ?? TimeProvider.System,
        });
        Folder = Directory.CreateTempSubdirectory("s3gen-transfer").FullName;
    }

    public S3Client S3 { get; }

    public WatchedTransport Wire { get; }

    public string Folder { get; }

    public static async Task<TransferBench> StartAsync(ChecksumPolicy? validation = null)
    {
        TransferBench bench = new(await S3TestServer.StartAsync(), null, validation);
        await bench.S3.CreateBucketAsync(TestBucket);
        return bench;
    }

    public S3Transfer Transfer(S3TransferOptions? options = null) => new(S3, options ?? new S3TransferOptions { PartSize = 5 * MiB });

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, byte[] content)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Bytes that no two places share. A seeded <see cref="Random"/> makes them one by one, which for millions takes longer than their transfer.</summary>
    public static byte[] RandomBytes(int count, int seed = 1)
    {
        byte[] bytes = new byte[count];
        ulong state = (ulong)seed;
        Span<ulong> words = stackalloc ulong[1];
        for (int i = 0; i < count; i += sizeof(ulong))
        {
            state += 0x9E3779B97F4A7C15;
            words[0] = state * 0xBF58476D1CE4E5B9;
            words[0] = (words[0] ^ (words[0] >> 29)) * 0x94D049BB133111EB;
            MemoryMarshal.AsBytes(words)[..Math.Min(sizeof(ulong), count - i)].CopyTo(bytes.AsSpan(i));
        }

        return bytes;
    }

    /// <summary>As an assertion on arrays says it, but in no time for millions of bytes.</summary>
    public static void AssertSame(byte[] actual, byte[] expected) =>
        Assert.That(actual.AsSpan().SequenceEqual(expected), Is.True, $"{actual.Length} bytes are not the {expected.Length} that they should be, from byte {actual.AsSpan().CommonPrefixLength(expected)} on");

    public Task PutAsync(string key, byte[] content) =>
        S3.PutObjectAsync(new PutObjectRequest { Bucket = TestBucket, Key = key, Body = RequestBody.FromBytes(content) });

    public async Task<byte[]> GetAsync(string key)
    {
        using GetObjectResponse response = await S3.GetObjectAsync(TestBucket, key);
        using MemoryStream content = new();
        await response.Body.CopyToAsync(content);
        return content.ToArray();
    }

    public async Task<int> CountUploadsAsync() =>
        (await S3.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { Bucket = TestBucket })).Uploads.Count;

    public IReadOnlyList<string> FilesLeft => [.. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        await S3.DisposeAsync();
        Wire.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
