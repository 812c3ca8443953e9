using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using S3Gen.Runtime;

namespace S3Gen.Quickstart;

/// <summary>What people do with S3 on their first day, one step after the other. The bucket is removed whatever happens.</summary>
internal sealed class Tour(IS3Client s3, Report report)
{
    private const int LargeSize = 64 * 1024 * 1024;
    private const int SmallObjects = 25;

    private readonly string _bucket = $"s3gen-quickstart-{Guid.NewGuid():N}"[..40];
    private readonly byte[] _large = RandomNumberGenerator.GetBytes(LargeSize);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await report.StepAsync("Create bucket", () => CreateBucketAsync(cancellationToken));
        try
        {
            await report.StepAsync("Upload small objects", () => UploadSmallAsync(cancellationToken));
            await report.StepAsync("Upload a large object", () => UploadLargeAsync(cancellationToken));
            await report.StepAsync("List by pages of 10", () => ListAsync(cancellationToken));
            await report.StepAsync("Download and compare", () => DownloadAsync(cancellationToken));
            await report.StepAsync("Download a range", () => DownloadRangeAsync(cancellationToken));
            await report.StepAsync("Copy", () => CopyAsync(cancellationToken));
            await report.StepAsync("Tag and read the tags", () => TagAsync(cancellationToken));
            await report.StepAsync("Ask for what is not there", () => MissAsync(cancellationToken));
        }
        finally
        {
            await report.StepAsync("Delete all", () => DeleteAsync(CancellationToken.None));
        }

        await report.FinishAsync();
    }

    private async Task<string> CreateBucketAsync(CancellationToken cancellationToken)
    {
        await s3.CreateBucketAsync(_bucket, cancellationToken);
        await s3.WaitUntilBucketExistsAsync(new HeadBucketRequest { Bucket = _bucket }, cancellationToken: cancellationToken);
        return _bucket;
    }

    private async Task<string> UploadSmallAsync(CancellationToken cancellationToken)
    {
        for (int i = 1; i <= SmallObjects; i++)
        {
            await s3.PutObjectAsync(
                new PutObjectRequest
                {
                    Bucket = _bucket,
                    Key = $"note-{i:D2}.txt",
                    ContentType = "text/plain; charset=utf-8",
                    Metadata = new Dictionary<string, string> { ["author"] = "quickstart" },
                    Body = RequestBody.FromString($"This is note {i}."),
                },
                cancellationToken);
        }

        return $"{SmallObjects} notes with metadata";
    }

    private async Task<string> UploadLargeAsync(CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        PutObjectResponse stored = await s3.PutObjectAsync(
            new PutObjectRequest
            {
                Bucket = _bucket,
                Key = "large.bin",
                Body = RequestBody.FromStream(new MemoryStream(_large, writable: false)).WithProgress(report.Progress("Upload")),
            },
            cancellationToken);
        return $"64 MiB, ETag {stored.ETag?.Trim('"')[..8]}…, {Rate(start)}";
    }

    private async Task<string> ListAsync(CancellationToken cancellationToken)
    {
        int pages = 0;
        int objects = 0;
        ListObjectsV2Request request = new() { Bucket = _bucket, Prefix = "note-", MaxKeys = 10 };
        await foreach (ListObjectsV2Response page in s3.ListObjectsV2PagesAsync(request, cancellationToken))
        {
            pages++;
            objects += page.Contents.Count;
        }

        Expect(objects == SmallObjects, $"{SmallObjects} objects were to be listed, and {objects} were");
        return $"{objects} objects on {pages} pages";
    }

    private async Task<string> DownloadAsync(CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        using GetObjectResponse large = await s3.GetObjectAsync(_bucket, "large.bin", cancellationToken);
        IProgress<TransferProgress> progress = report.Progress("Download");
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[128 * 1024];
        long received = 0;
        for (int read; (read = await large.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            received += read;
            progress.Report(new TransferProgress(received, large.ContentLength));
        }

        string rate = Rate(start);
        Expect(hash.GetHashAndReset().AsSpan().SequenceEqual(SHA256.HashData(_large)), "the large object came back with other bytes");
        return $"64 MiB, equal, {rate}";
    }

    private async Task<string> DownloadRangeAsync(CancellationToken cancellationToken)
    {
        using GetObjectResponse part = await s3.GetObjectAsync(
            new GetObjectRequest { Bucket = _bucket, Key = "note-07.txt", Range = "bytes=8-13" }, cancellationToken);
        using StreamReader reader = new(part.Body, Encoding.UTF8);
        string text = await reader.ReadToEndAsync(cancellationToken);
        Expect(text == "note 7", $"the range was to hold 'note 7', and holds '{text}'");
        return $"'{text}' ({part.ContentRange})";
    }

    private async Task<string> CopyAsync(CancellationToken cancellationToken)
    {
        await s3.CopyObjectAsync(
            new CopyObjectRequest { Bucket = _bucket, Key = "copy of note 07.txt", CopySource = $"{_bucket}/note-07.txt" }, cancellationToken);
        HeadObjectResponse copy = await s3.HeadObjectAsync(_bucket, "copy of note 07.txt", cancellationToken);
        Expect(copy.Metadata["author"] == "quickstart", "the copy was to keep its metadata");
        return $"'copy of note 07.txt', {copy.ContentLength} bytes, metadata kept";
    }

    private async Task<string> TagAsync(CancellationToken cancellationToken)
    {
        await s3.PutObjectTaggingAsync(
            new PutObjectTaggingRequest
            {
                Bucket = _bucket,
                Key = "note-07.txt",
                Tagging = new Tagging { TagSet = [new Tag { Key = "project", Value = "first steps" }] },
            },
            cancellationToken);
        GetObjectTaggingResponse tags = await s3.GetObjectTaggingAsync(_bucket, "note-07.txt", cancellationToken);
        return string.Join(", ", tags.TagSet.Select(tag => $"{tag.Key} = {tag.Value}"));
    }

    private async Task<string> MissAsync(CancellationToken cancellationToken)
    {
        try
        {
            using GetObjectResponse _ = await s3.GetObjectAsync(_bucket, "nowhere", cancellationToken);
            throw new UnexpectedResultException("An object that was never stored was found.");
        }
        catch (NoSuchKeyException missing)
        {
            return $"{(int)missing.StatusCode} {missing.ErrorCode}, as it should be";
        }
    }

    private async Task<string> DeleteAsync(CancellationToken cancellationToken)
    {
        int deleted = 0;
        await foreach (ListObjectsV2Response page in s3.ListObjectsV2PagesAsync(new ListObjectsV2Request { Bucket = _bucket }, cancellationToken))
        {
            DeleteObjectsResponse outcome = await s3.DeleteObjectsAsync(
                new DeleteObjectsRequest
                {
                    Bucket = _bucket,
                    Delete = new Delete { Objects = [.. page.Contents.Select(entry => new ObjectIdentifier { Key = entry.Key! })] },
                },
                cancellationToken);
            Expect(outcome.Errors.Count == 0, "some objects could not be deleted");
            deleted += outcome.Deleted.Count;
        }

        await s3.DeleteBucketAsync(_bucket, cancellationToken);
        return $"{deleted} objects and the bucket";
    }

    private static string Rate(long start) =>
        string.Create(CultureInfo.InvariantCulture, $"{LargeSize / Stopwatch.GetElapsedTime(start).TotalSeconds / (1024 * 1024):F0} MiB/s");

    private static void Expect(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new UnexpectedResultException($"The server and the client disagree: {otherwise}.");
        }
    }
}
