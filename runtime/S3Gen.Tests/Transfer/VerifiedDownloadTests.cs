using static S3Gen.Tests.Transfer.TransferBench;

namespace S3Gen.Tests.Transfer;

/// <summary>Objects that come in ranges are held against the checksum of the whole, which is combined from those of the ranges.</summary>
public sealed class VerifiedDownloadTests
{
    private static readonly byte[] Large = RandomBytes((22 * MiB) + 345);

    [Test]
    public async Task Ranges_that_are_the_object_become_the_file([Values("CRC64NVME", "CRC32", "CRC32C")] string algorithm)
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        await PutAsync(bench, algorithm);

        await Transfer(bench).DownloadFileAsync(TestBucket, "key", bench.PathOf("file"));
        using MemoryStream copy = new();
        await Transfer(bench).DownloadAsync(TestBucket, "key", copy);

        AssertSame(File.ReadAllBytes(bench.PathOf("file")), Large);
        AssertSame(copy.ToArray(), Large);
        Assert.That(bench.Wire.Count("HEAD", "key"), Is.EqualTo(2));
        Assert.That(bench.Wire.Count("GET", "?attributes"), Is.Zero, "nobody needs the parts");
    }

    [Test]
    public async Task File_with_one_wrong_bit_does_not_appear([Values("CRC64NVME", "CRC32", "CRC32C")] string algorithm)
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        await PutAsync(bench, algorithm);
        bench.Write("file", [1, 2, 3]);
        Damage(bench, range: 12 * MiB);

        ChecksumMismatchException? mismatch = await Assert.ThrowsAsync<ChecksumMismatchException>(
            () => Transfer(bench).DownloadFileAsync(TestBucket, "key", bench.PathOf("file")));

        Assert.That(mismatch!.Algorithm, Is.EqualTo(algorithm));
        Assert.That(File.ReadAllBytes(bench.PathOf("file")), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(bench.FilesLeft, Is.EqualTo(new[] { "file" }));
    }

    [Test]
    public async Task Stream_with_one_wrong_bit_is_an_exception()
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        await PutAsync(bench, "CRC64NVME");
        Damage(bench, range: 12 * MiB);

        await Assert.ThrowsAsync<ChecksumMismatchException>(() => Transfer(bench).DownloadAsync(TestBucket, "key", Stream.Null));
    }

    [Test]
    public async Task Small_object_that_was_damaged_once_is_fetched_again()
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        byte[] small = Large[..100_000];
        await bench.S3.PutObjectAsync(new PutObjectRequest { Bucket = TestBucket, Key = "key", Body = small, ChecksumAlgorithm = ChecksumAlgorithm.Sha256 });
        string checksum = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(small));
        int damages = 1;
        bench.Wire.After = (request, response) =>
        {
            response.Headers.TryAddWithoutValidation("x-amz-checksum-sha256", checksum);
            return request.Method == HttpMethod.Get && Interlocked.Decrement(ref damages) >= 0 ? DamagedResponse.Flip(response, 50_000) : response;
        };

        await Transfer(bench).DownloadFileAsync(TestBucket, "key", bench.PathOf("file"));

        AssertSame(File.ReadAllBytes(bench.PathOf("file")), small);
        Assert.That(bench.Wire.Count("GET", "key"), Is.EqualTo(2));
    }

    [Test]
    public async Task Small_object_that_is_damaged_always_is_a_typed_exception([Values] bool toStream)
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        byte[] small = Large[..100_000];
        await bench.S3.PutObjectAsync(new PutObjectRequest { Bucket = TestBucket, Key = "key", Body = small });
        bench.Wire.After = (request, response) =>
        {
            response.Headers.TryAddWithoutValidation("x-amz-checksum-crc32", "AAAAAA==");
            return response;
        };
        S3Transfer transfer = bench.Transfer(new S3TransferOptions { PartSize = 5 * MiB, PartRetries = 1 });

        await Assert.ThrowsAsync<ChecksumMismatchException>(() => toStream
            ? transfer.DownloadAsync(TestBucket, "key", Stream.Null)
            : transfer.DownloadFileAsync(TestBucket, "key", bench.PathOf("file")));

        Assert.That(bench.FilesLeft, Is.Empty);
        Assert.That(bench.Wire.Count("GET", "key"), Is.EqualTo(toStream ? 1 : 2), "a stream takes nothing back");
    }

    [Test]
    public async Task Parts_of_an_earlier_run_count_too([Values] bool isDamaged)
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        await PutAsync(bench, "CRC64NVME");
        DownloadOptions options = new() { StateFile = bench.PathOf("state") };
        bench.Wire.Instead = request => request.Headers.Range?.Ranges.First().From >= 15 * MiB
            ? WatchedTransport.Error(System.Net.HttpStatusCode.Forbidden, "AccessDenied") : null;
        await Assert.ThrowsAsync<TransferException>(() => Transfer(bench, concurrency: 1).DownloadFileAsync(TestBucket, "key", bench.PathOf("file"), options));
        bench.Wire.Instead = null;
        if (isDamaged)
        {
            string temporary = Directory.GetFiles(bench.Folder, "*.part").Single();
            byte[] there = File.ReadAllBytes(temporary);
            there[MiB] ^= 1;
            File.WriteAllBytes(temporary, there);
        }

        Task<DownloadResult> second = Transfer(bench).DownloadFileAsync(TestBucket, "key", bench.PathOf("file"), options);

        if (isDamaged)
        {
            await Assert.ThrowsAsync<ChecksumMismatchException>(() => second);
            Assert.That(bench.FilesLeft, Is.Empty);
            return;
        }

        await second;
        AssertSame(File.ReadAllBytes(bench.PathOf("file")), Large);
    }

    [Test]
    public async Task Object_that_changes_before_its_checksum_is_asked_for_is_refused()
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        await PutAsync(bench, "CRC64NVME");
        bench.Wire.Instead = request => request.Method == HttpMethod.Head ? WatchedTransport.Error(System.Net.HttpStatusCode.PreconditionFailed, "PreconditionFailed") : null;

        await Assert.ThrowsAsync<TransferException>(() => Transfer(bench).DownloadFileAsync(TestBucket, "key", bench.PathOf("file")));

        Assert.That(bench.FilesLeft, Is.Empty);
    }

    [Test]
    public async Task Nothing_is_asked_for_where_nothing_is_to_be_verified()
    {
        await using TransferBench bench = await StartAsync();
        await PutAsync(bench, "CRC64NVME");

        await Transfer(bench).DownloadFileAsync(TestBucket, "key", bench.PathOf("file"));

        Assert.That(bench.Wire.Count("HEAD", "key"), Is.Zero);
    }

    private static S3Transfer Transfer(TransferBench bench, int? concurrency = null) =>
        bench.Transfer(new S3TransferOptions { PartSize = 5 * MiB, PartRetries = 2, Concurrency = concurrency });

    private static Task<PutObjectResponse> PutAsync(TransferBench bench, string algorithm) => bench.S3.PutObjectAsync(
        new PutObjectRequest { Bucket = TestBucket, Key = "key", Body = Large, ChecksumAlgorithm = new ChecksumAlgorithm(algorithm) });

    private static void Damage(TransferBench bench, int range) => bench.Wire.After = (request, response) => DamagedResponse.At(range, request, response);
}
