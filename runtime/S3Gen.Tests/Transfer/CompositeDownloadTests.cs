using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using S3Gen.Tests.Presigning;
using S3Gen.Transfer.Requests;
using static S3Gen.Tests.Transfer.TransferBench;

namespace S3Gen.Tests.Transfer;

/// <summary>Objects with a checksum of their parts' checksums are held against it, and each part against its own, wherever ranges cut them.</summary>
public sealed class CompositeDownloadTests
{
    private static readonly int[] Uneven = [(6 * MiB) + 1, 5 * MiB, (5 * MiB) + 7, 100];
    private static readonly byte[] Large = RandomBytes(Uneven.Sum());

    private static readonly string[] Algorithms = ["CRC32", "CRC32C", "SHA1", "SHA256", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"];

    [TestCaseSource(nameof(Algorithms))]
    public async Task Parts_that_are_the_object_are_accepted_and_one_wrong_bit_is_not(string algorithm)
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        await PutAsync(bench, algorithm, Uneven);
        S3Transfer transfer = bench.Transfer();

        await transfer.DownloadFileAsync(TestBucket, "key", bench.PathOf("file"));
        using MemoryStream copy = new();
        await transfer.DownloadAsync(TestBucket, "key", copy);

        AssertSame(File.ReadAllBytes(bench.PathOf("file")), Large);
        AssertSame(copy.ToArray(), Large);
        Assert.That(bench.Wire.Count("GET", "?attributes"), Is.EqualTo(2));

        File.Delete(bench.PathOf("file"));
        Damage(bench, (11 * MiB) + 500);
        ChecksumMismatchException? ofFile = await Assert.ThrowsAsync<ChecksumMismatchException>(() => transfer.DownloadFileAsync(TestBucket, "key", bench.PathOf("file")));
        ChecksumMismatchException? ofStream = await Assert.ThrowsAsync<ChecksumMismatchException>(() => transfer.DownloadAsync(TestBucket, "key", Stream.Null));

        Assert.That((ofFile!.Algorithm, ofStream!.Algorithm), Is.EqualTo((algorithm, algorithm)));
        Assert.That(ofFile.Message, Does.Contain($"{Uneven[2]} bytes from byte {Uneven[0] + Uneven[1]} on"), "the part that is damaged");
        Assert.That(bench.FilesLeft, Is.Empty);
    }

    [Test]
    public async Task Damaged_part_is_not_handed_on_to_its_end()
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        await PutAsync(bench, "SHA256", Uneven);
        Damage(bench, 100);
        using MemoryStream copy = new();

        await Assert.ThrowsAsync<ChecksumMismatchException>(() => bench.Transfer().DownloadAsync(TestBucket, "key", copy));

        Assert.That(copy.Length, Is.LessThan(Uneven[0]));
    }

    [Test]
    public async Task Ranges_that_are_parts_need_no_second_look([Values] bool isDamaged)
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        int[] even = [5 * MiB, 5 * MiB, 100];
        await PutAsync(bench, "SHA256", even);
        if (isDamaged)
        {
            Damage(bench, 10 * MiB);
        }

        Task<DownloadResult> download = bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file"));

        if (isDamaged)
        {
            await Assert.ThrowsAsync<ChecksumMismatchException>(() => download);
            Assert.That(bench.FilesLeft, Is.Empty);
            return;
        }

        await download;
        AssertSame(File.ReadAllBytes(bench.PathOf("file")), Large[..even.Sum()]);
    }

    [Test]
    public async Task Object_of_one_small_part_is_verified_too([Values] bool toStream, [Values] bool isDamaged)
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        await PutAsync(bench, "SHA1", [1000]);
        if (isDamaged)
        {
            Damage(bench, 500);
        }

        using MemoryStream copy = new();
        Task<DownloadResult> download = toStream
            ? bench.Transfer().DownloadAsync(TestBucket, "key", copy)
            : bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file"));

        if (isDamaged)
        {
            await Assert.ThrowsAsync<ChecksumMismatchException>(() => download);
            Assert.That(bench.FilesLeft, Is.Empty);
            return;
        }

        await download;
        AssertSame(toStream ? copy.ToArray() : File.ReadAllBytes(bench.PathOf("file")), Large[..1000]);
    }

    [Test]
    public async Task Composite_that_no_parts_make_is_an_exception([Values] bool toStream)
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        await PutAsync(bench, "CRC32", Uneven);
        bench.Wire.After = (request, response) =>
        {
            if (request.Method == HttpMethod.Head && response.Headers.Remove("x-amz-checksum-crc32"))
            {
                response.Headers.TryAddWithoutValidation("x-amz-checksum-crc32", "AAAAAA==-4");
            }

            return response;
        };

        ChecksumMismatchException? mismatch = await Assert.ThrowsAsync<ChecksumMismatchException>(() => toStream
            ? bench.Transfer().DownloadAsync(TestBucket, "key", Stream.Null)
            : bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file")));

        Assert.That(mismatch!.Expected, Is.EqualTo("AAAAAA=="));
        Assert.That(bench.FilesLeft, Is.Empty);
    }

    [TestCase("SHA256")]
    [TestCase("CRC32C")]
    public async Task Parts_of_an_earlier_run_count_too(string algorithm)
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        await PutAsync(bench, algorithm, Uneven);
        DownloadOptions options = new() { StateFile = bench.PathOf("state") };
        bench.Wire.Instead = request => request.Headers.Range?.Ranges.First().From >= 10 * MiB ? WatchedTransport.Error(HttpStatusCode.Forbidden, "AccessDenied") : null;
        S3Transfer transfer = bench.Transfer(new S3TransferOptions { PartSize = 5 * MiB, Concurrency = 1 });
        await Assert.ThrowsAsync<TransferException>(() => transfer.DownloadFileAsync(TestBucket, "key", bench.PathOf("file"), options));
        bench.Wire.Instead = null;
        string temporary = Directory.GetFiles(bench.Folder, "*.part").Single();
        byte[] there = File.ReadAllBytes(temporary);
        there[MiB] ^= 1;
        File.WriteAllBytes(temporary, there);

        await Assert.ThrowsAsync<ChecksumMismatchException>(() => transfer.DownloadFileAsync(TestBucket, "key", bench.PathOf("file"), options));

        Assert.That(bench.FilesLeft, Is.Empty);
    }

    [Test]
    public async Task Store_that_does_not_tell_the_parts_is_believed_and_that_is_logged(
        [Values(HttpStatusCode.Forbidden, HttpStatusCode.NotImplemented, HttpStatusCode.MethodNotAllowed, HttpStatusCode.BadRequest, HttpStatusCode.OK)] HttpStatusCode answer)
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        await PutAsync(bench, "SHA256", Uneven);
        bench.Wire.Instead = request => IsAboutParts(request) ? Answer(answer, "<GetObjectAttributesResponse/>") : null;
        LogLines log = new();

        await bench.Transfer(new S3TransferOptions { PartSize = 5 * MiB, LoggerFactory = log }).DownloadFileAsync(TestBucket, "key", bench.PathOf("file"));

        AssertSame(File.ReadAllBytes(bench.PathOf("file")), Large);
        Assert.That(log.Lines.Where(static line => line.Text.Contains("not held against its composite SHA256", StringComparison.Ordinal)).Select(static line => line.Level), Is.EqualTo(new[] { LogLevel.Debug }));
    }

    [Test]
    public async Task Parts_come_by_pages_and_need_no_checksums_of_their_own([Values] bool isDamaged)
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        await PutAsync(bench, "XXHASH3", Uneven);
        bench.Wire.Instead = request => IsAboutParts(request) ? Answer(HttpStatusCode.OK, Page(request)) : null;
        if (isDamaged)
        {
            Damage(bench, 100);
        }

        Task<DownloadResult> download = bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file"));

        if (isDamaged)
        {
            await Assert.ThrowsAsync<ChecksumMismatchException>(() => download);
        }
        else
        {
            await download;
        }

        Assert.That(bench.Wire.Count("GET", "?attributes"), Is.EqualTo(2));
    }

    [Test]
    public async Task Object_that_changes_before_its_parts_are_asked_for_is_refused()
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        await PutAsync(bench, "SHA256", Uneven);
        bench.Wire.Instead = request => IsAboutParts(request) ? Answer(HttpStatusCode.OK, "<GetObjectAttributesResponse><ETag>another</ETag></GetObjectAttributesResponse>") : null;

        TransferException? refusal = await Assert.ThrowsAsync<TransferException>(() => bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file")));

        Assert.That(refusal!.Message, Does.Contain("changed or deleted"));
        Assert.That(bench.FilesLeft, Is.Empty);
    }

    [Test]
    public async Task Object_that_was_put_at_once_is_held_against_whatever_checksum_it_has([Values] bool toStream)
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        await bench.S3.PutObjectAsync(new PutObjectRequest { Bucket = TestBucket, Key = "key", Body = Large, ChecksumAlgorithm = ChecksumAlgorithm.Sha256 });
        Damage(bench, 11 * MiB);

        ChecksumMismatchException? mismatch = await Assert.ThrowsAsync<ChecksumMismatchException>(() => toStream
            ? bench.Transfer().DownloadAsync(TestBucket, "key", Stream.Null)
            : bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file")));

        Assert.That(mismatch!.Algorithm, Is.EqualTo("SHA256"));
        Assert.That(bench.Wire.Count("GET", "?attributes"), Is.Zero, "it has no parts");
    }

    private static async Task PutAsync(TransferBench bench, string algorithm, int[] lengths)
    {
        ChecksumAlgorithm checksum = new(algorithm);
        CreateMultipartUploadResponse upload = await bench.S3.CreateMultipartUploadAsync(new CreateMultipartUploadRequest
        {
            Bucket = TestBucket, Key = "key", ChecksumAlgorithm = checksum, ChecksumType = ChecksumType.Composite,
        });
        List<CompletedPart> parts = [];
        int offset = 0;
        foreach (int length in lengths)
        {
            UploadPartResponse part = await bench.S3.UploadPartAsync(new UploadPartRequest
            {
                Bucket = TestBucket, Key = "key", UploadId = upload.UploadId!, PartNumber = parts.Count + 1,
                Body = Large.AsMemory(offset, length).ToArray(), ChecksumAlgorithm = checksum,
            });
            parts.Add(CompletedParts.Of(parts.Count + 1, part));
            offset += length;
        }

        await bench.S3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            Bucket = TestBucket, Key = "key", UploadId = upload.UploadId!, MultipartUpload = new CompletedMultipartUpload { Parts = parts },
        });
    }

    private static bool IsAboutParts(HttpRequestMessage request) => request.RequestUri!.Query.StartsWith("?attributes", StringComparison.Ordinal);

    private static HttpResponseMessage Answer(HttpStatusCode status, string document) =>
        status == HttpStatusCode.OK ? new HttpResponseMessage(status) { Content = new StringContent(document) } : WatchedTransport.Error(status, "NotForYou");

    /// <summary>The first three parts, then the last; with sizes alone.</summary>
    private static string Page(HttpRequestMessage request)
    {
        bool isFirst = !request.Headers.Contains("x-amz-part-number-marker");
        IEnumerable<string> parts = Uneven.Select(static (size, i) => string.Create(CultureInfo.InvariantCulture, $"<Part><PartNumber>{i + 1}</PartNumber><Size>{size}</Size></Part>"));
        string page = string.Concat(isFirst ? parts.Take(3) : parts.Skip(3));
        return $"<GetObjectAttributesResponse><ObjectParts>{(isFirst ? "<IsTruncated>true</IsTruncated><NextPartNumberMarker>3</NextPartNumberMarker>" : "")}{page}</ObjectParts></GetObjectAttributesResponse>";
    }

    private static void Damage(TransferBench bench, int place) => bench.Wire.After = (request, response) => DamagedResponse.At(place, request, response);
}
