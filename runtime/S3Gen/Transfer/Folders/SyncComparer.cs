using System.Security.Cryptography;
using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Uploads;

namespace S3Gen.Transfer.Folders;

/// <summary>Tells whether a file and an object of the same name differ.</summary>
internal sealed class SyncComparer(TransferCore core, string bucket, SyncOptions options, bool fileIsSource)
{
    private const int Md5Length = 16;

    internal async ValueTask<bool> DifferAsync(LocalFile file, S3Object entry, CancellationToken cancellationToken)
    {
        if (file.Size != entry.Size)
        {
            return true;
        }

        if (options.Comparison == SyncComparison.ETag)
        {
            return !await HasETagAsync(file, entry, cancellationToken).ConfigureAwait(false);
        }

        long written = Seconds(file.LastWriteTime);
        long modified = Seconds(entry.LastModified ?? default);
        return fileIsSource ? written > modified : modified > written;
    }

    /// <summary>S3 gives times in whole seconds: a file that was uploaded in the second in which it was written would seem newer for ever.</summary>
    private static long Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds();

    private async Task<bool> HasETagAsync(LocalFile file, S3Object entry, CancellationToken cancellationToken)
    {
        string etag = entry.ETag?.Trim('"') ?? string.Empty;
        int hyphen = etag.IndexOf('-');
        if (hyphen < 0)
        {
            return etag.Equals(await DigestAsync(file, long.MaxValue, inParts: false, cancellationToken).ConfigureAwait(false), StringComparison.OrdinalIgnoreCase);
        }

        long partSize = await FindPartSizeAsync(entry, cancellationToken).ConfigureAwait(false);
        return partSize > 0 && etag == await DigestAsync(file, partSize, inParts: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The length of the object's first part; 0 if the store does not say.</summary>
    private async Task<long> FindPartSizeAsync(S3Object entry, CancellationToken cancellationToken)
    {
        HeadObjectRequest request = new()
        {
            Bucket = bucket,
            Key = entry.Key!,
            PartNumber = 1,
            SSECustomerAlgorithm = options.Objects.SSECustomerAlgorithm,
            SSECustomerKey = options.Objects.SSECustomerKey,
            SSECustomerKeyMD5 = options.Objects.SSECustomerKeyMD5,
            RequestPayer = options.Objects.RequestPayer,
            ExpectedBucketOwner = options.Objects.ExpectedBucketOwner,
        };
        HeadObjectResponse head = await core.Retries.RunAsync(token => core.Client.HeadObjectAsync(request, token), cancellationToken).ConfigureAwait(false);
        return head.ContentLength ?? 0;
    }

    /// <summary>The ETag that S3 gives to a file's content, at once or in parts of that size.</summary>
    private static async Task<string> DigestAsync(LocalFile file, long partSize, bool inParts, CancellationToken cancellationToken)
    {
#pragma warning disable CA5351 // ETags are MD5s; nothing here is protected by them.
        using IncrementalHash md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        FileStream stream = new(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (stream.ConfigureAwait(false))
        {
            byte[] buffer = new byte[256 * 1024];
            List<byte> digests = [];
            long left = partSize;
            int read;
            while ((read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancellationToken).ConfigureAwait(false)) > 0)
            {
                md5.AppendData(buffer, 0, read);
                left -= read;
                if (left == 0)
                {
                    digests.AddRange(md5.GetHashAndReset());
                    left = partSize;
                }
            }

            if (left < partSize || digests.Count == 0)
            {
                digests.AddRange(md5.GetHashAndReset());
            }

            byte[] all = [.. digests];
            return inParts ? CompletedObject.Combine(all, all.Length / Md5Length) : Convert.ToHexStringLower(all);
        }
    }
}
