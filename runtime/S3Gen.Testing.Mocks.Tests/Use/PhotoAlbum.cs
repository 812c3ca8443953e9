using System.Globalization;

namespace MyApp;

/// <summary>What somebody builds on a client: it knows the interface alone.</summary>
internal sealed class PhotoAlbum(IS3Client s3, string bucket)
{
    /// <summary>Stores a photo unless there is one of that name.</summary>
    /// <returns>False if there is.</returns>
    public async Task<bool> AddAsync(string name, Stream photo, CancellationToken cancellationToken = default)
    {
        try
        {
            await s3.HeadObjectAsync(bucket, KeyOf(name), cancellationToken);
            return false;
        }
        catch (S3Exception e) when (e.ErrorCode == "NotFound")
        {
            await s3.PutObjectAsync(new PutObjectRequest { Bucket = bucket, Key = KeyOf(name), Body = photo, ContentType = "image/jpeg" }, cancellationToken);
            return true;
        }
    }

    /// <summary>A photo; null if there is none of that name.</summary>
    public async Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        try
        {
            await using GetObjectResponse response = await s3.GetObjectAsync(bucket, KeyOf(name), cancellationToken);
            using MemoryStream bytes = new();
            await response.Body.CopyToAsync(bytes, cancellationToken);
            return bytes.ToArray();
        }
        catch (NoSuchKeyException)
        {
            return null;
        }
    }

    /// <summary>Size of all photos in words.</summary>
    public async Task<string> SizeAsync(CancellationToken cancellationToken = default)
    {
        long total = 0;
        await foreach (S3Object photo in s3.ListObjectsV2ItemsAsync(new ListObjectsV2Request { Bucket = bucket, Prefix = "photos/" }, cancellationToken))
        {
            total += photo.Size ?? 0;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{total / 1024.0:0.#} KiB");
    }

    private static string KeyOf(string name) => $"photos/{name}.jpg";
}
