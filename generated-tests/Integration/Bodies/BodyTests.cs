using System.IO.Pipelines;
using System.Security.Cryptography;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Bodies;

/// <summary>Every kind of body, with and without a length and a checksum, over plain HTTP: whole and chunk signatures, header and trailer.</summary>
public class BodyTests(string server) : ServerSuite(server)
{
    private const int KiB = 1 << 10;
    private const int MiB = 1 << 20;
    private const string NoTrailers = "knows no trailers in the version that Debian has (16.2), and a stream that is read once can have its checksum nowhere else";

    private readonly string _file = Path.GetTempFileName();

    [OneTimeTearDown]
    public void RemoveFile() => File.Delete(_file);

    [Test]
    public async Task Body_comes_back_equal(
        [Values("bytes", "seekable", "stream", "file", "pipe", "sequence")] string source,
        [Values(0, 5, 64 * KiB, 300_001)] int size,
        [Values(null, "CRC32", "SHA256")] string? algorithm)
    {
        if (algorithm is not null && size > 0 && source is ("stream" or "pipe" or "sequence"))
        {
            NotOn(ServerNames.CephRgw, NoTrailers);
        }

        byte[] content = RandomNumberGenerator.GetBytes(size);
        string key = $"{source} {size} {algorithm}";

        await S3.PutObjectAsync(new PutObjectRequest
        {
            Bucket = Bucket,
            Key = key,
            Body = Body(source, content, isLengthKnown: true),
            ChecksumAlgorithm = algorithm is null ? default(ChecksumAlgorithm?) : new ChecksumAlgorithm(algorithm),
            ContentEncoding = "identity",
        });

        HeadObjectResponse head = await S3.HeadObjectAsync(Bucket, key);
        Assert.That((await GetAsync(key)).AsSpan().SequenceEqual(content), Is.True);
        Assert.That(head.ContentEncoding, Is.EqualTo("identity"), "aws-chunked is of the transfer, not of the object");
    }

    [Test]
    public async Task Body_of_unknown_length_comes_back_equal([Values("stream", "pipe", "sequence")] string source, [Values(0, 5, 300_001, (9 * MiB) + 7)] int size)
    {
        byte[] content = RandomNumberGenerator.GetBytes(size);
        string key = $"unknown {source} {size}";

        PutObjectResponse stored = await S3.PutObjectAsync(new PutObjectRequest { Bucket = Bucket, Key = key, Body = Body(source, content, isLengthKnown: false) });

        Assert.That((await GetAsync(key)).AsSpan().SequenceEqual(content), Is.True);
        Assert.That(stored.ETag, size > 5 * MiB ? Does.EndWith("-2\"") : Does.Not.Contain("-"));
    }

    [Test]
    public async Task Response_is_piped_into_a_request()
    {
        byte[] content = RandomNumberGenerator.GetBytes(3 * MiB);
        await PutAsync("from", content);

        using (GetObjectResponse from = await S3.GetObjectAsync(Bucket, "from"))
        {
            await S3.PutObjectAsync(new PutObjectRequest { Bucket = Bucket, Key = "to", Body = RequestBody.FromStream(from.Body) });
        }

        Assert.That((await GetAsync("to")).AsSpan().SequenceEqual(content), Is.True);
    }

    [Test]
    public async Task Part_is_sent_as_a_stream([Values(null, "CRC32C")] string? algorithm)
    {
        if (algorithm is not null)
        {
            NotOn(ServerNames.CephRgw, NoTrailers);
        }

        ChecksumAlgorithm? checksum = algorithm is null ? default(ChecksumAlgorithm?) : new ChecksumAlgorithm(algorithm);
        byte[] content = RandomNumberGenerator.GetBytes(200_000);
        string key = $"part {algorithm}";
        CreateMultipartUploadResponse upload = await S3.CreateMultipartUploadAsync(
            new CreateMultipartUploadRequest { Bucket = Bucket, Key = key, ChecksumAlgorithm = checksum });

        UploadPartResponse part = await S3.UploadPartAsync(new UploadPartRequest
        {
            Bucket = Bucket,
            Key = key,
            UploadId = upload.UploadId!,
            PartNumber = 1,
            Body = Body("stream", content, isLengthKnown: true),
            ChecksumAlgorithm = checksum,
        });
        await S3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            Bucket = Bucket,
            Key = key,
            UploadId = upload.UploadId!,
            MultipartUpload = new CompletedMultipartUpload { Parts = [new CompletedPart { PartNumber = 1, ETag = part.ETag, ChecksumCRC32C = part.ChecksumCRC32C }] },
        });

        Assert.That((await GetAsync(key)).AsSpan().SequenceEqual(content), Is.True);
    }

    private RequestBody Body(string source, byte[] content, bool isLengthKnown)
    {
        long? length = isLengthKnown ? content.Length : null;
        switch (source)
        {
            case "bytes":
                return RequestBody.FromBytes(content);
            case "seekable":
                return RequestBody.FromStream(new MemoryStream(content));
            case "file":
                File.WriteAllBytes(_file, content);
                return RequestBody.FromFile(_file);
            case "pipe":
                return RequestBody.FromPipe(PipeReader.Create(new MemoryStream(content)), length);
            case "sequence":
                return RequestBody.FromAsyncEnumerable(PiecesOf(content), length);
            default:
                return RequestBody.FromStream(new ForwardOnlyStream(content), length);
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesOf(byte[] content)
    {
        for (int start = 0; start < content.Length; start += 99_991)
        {
            await Task.Yield();
            yield return content.AsMemory(start, Math.Min(99_991, content.Length - start));
        }
    }
}
