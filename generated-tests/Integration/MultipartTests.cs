using System.Security.Cryptography;

namespace S3Gen.Integration;

public sealed class MultipartTests(string server) : ServerSuite(server)
{
    private const int PartSize = 5 * 1024 * 1024;

    [Test]
    public async Task Parts_become_one_object()
    {
        byte[] content = RandomNumberGenerator.GetBytes(PartSize + 100_000);
        string upload = await StartAsync("whole");
        CompletedPart[] parts =
        [
            await UploadAsync("whole", upload, 1, content.AsMemory(0, PartSize)),
            await UploadAsync("whole", upload, 2, content.AsMemory(PartSize)),
        ];

        ListPartsResponse listed = await S3.ListPartsAsync(Bucket, "whole", upload);
        await S3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            Bucket = Bucket, Key = "whole", UploadId = upload, MultipartUpload = new CompletedMultipartUpload { Parts = parts },
        });

        Assert.That(listed.Parts.Select(part => part.Size), Is.EqualTo(new long?[] { PartSize, 100_000 }));
        Assert.That((await GetAsync("whole")).AsSpan().SequenceEqual(content), Is.True);
    }

    [Test]
    public async Task Part_can_be_copied_from_another_object()
    {
        byte[] content = RandomNumberGenerator.GetBytes(PartSize);
        await PutAsync("source", content);
        string upload = await StartAsync("copied");

        UploadPartCopyResponse copy = await S3.UploadPartCopyAsync(new UploadPartCopyRequest
        {
            Bucket = Bucket, Key = "copied", UploadId = upload, PartNumber = 1, CopySource = $"{Bucket}/source", CopySourceRange = "bytes=0-999999",
        });
        await S3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            Bucket = Bucket,
            Key = "copied",
            UploadId = upload,
            MultipartUpload = new CompletedMultipartUpload { Parts = [new CompletedPart { PartNumber = 1, ETag = copy.CopyPartResult!.ETag }] },
        });

        Assert.That((await GetAsync("copied")).AsSpan().SequenceEqual(content.AsSpan(..1_000_000)), Is.True);
    }

    [Test]
    public async Task Aborted_upload_is_gone()
    {
        string upload = await StartAsync("aborted");
        await UploadAsync("aborted", upload, 1, new byte[1000]);

        await S3.AbortMultipartUploadAsync(Bucket, "aborted", upload);

        await Assert.ThrowsAsync<NoSuchUploadException>(async () => await S3.AbortMultipartUploadAsync(Bucket, "aborted", upload));
        await Assert.ThrowsAsync<NoSuchKeyException>(async () => await GetAsync("aborted"));
    }

    [Test]
    public async Task Wrong_etag_of_a_part_is_refused()
    {
        string upload = await StartAsync("wrong");
        await UploadAsync("wrong", upload, 1, new byte[1000]);

        S3Exception refused = (await Assert.ThrowsAsync<S3Exception>(async () => await S3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            Bucket = Bucket,
            Key = "wrong",
            UploadId = upload,
            MultipartUpload = new CompletedMultipartUpload { Parts = [new CompletedPart { PartNumber = 1, ETag = "\"00000000000000000000000000000000\"" }] },
        })))!;

        Assert.That(refused.ErrorCode, Is.EqualTo("InvalidPart"));
    }

    private async Task<string> StartAsync(string key) => (await S3.CreateMultipartUploadAsync(Bucket, key)).UploadId!;

    private async Task<CompletedPart> UploadAsync(string key, string upload, int number, ReadOnlyMemory<byte> content)
    {
        UploadPartResponse part = await S3.UploadPartAsync(new UploadPartRequest
        {
            Bucket = Bucket, Key = key, UploadId = upload, PartNumber = number, Body = RequestBody.FromBytes(content),
        });
        return new CompletedPart { PartNumber = number, ETag = part.ETag };
    }
}
