using System.Globalization;
using System.Security.Cryptography;
using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Requests;

namespace S3Gen.Transfer.Uploads;

/// <summary>Tells whether the object that is there is the one that an upload was to make.</summary>
internal static class CompletedObject
{
    private const int Md5Length = 16;

    internal static async Task<HeadObjectResponse?> FindAsync(
        TransferCore core, UploadTarget target, CompletedPart[] parts, long size, CancellationToken cancellationToken)
    {
        try
        {
            HeadObjectResponse found = await core.Retries.RunAsync(
                token => core.Client.HeadObjectAsync(PartRequests.Head(target), token), cancellationToken).ConfigureAwait(false);
            return found.ContentLength == size && found.ETag?.Trim('"') == ETagOf(parts) ? found : null;
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    /// <summary>The MD5 of the parts' MD5s, a hyphen and their number; null where the parts' ETags are no MD5s, as with encryption.</summary>
    internal static string? ETagOf(IReadOnlyList<CompletedPart> parts)
    {
        byte[] digests = new byte[parts.Count * Md5Length];
        for (int i = 0; i < parts.Count; i++)
        {
            string? etag = parts[i].ETag?.Trim('"');
            if (etag?.Length != 2 * Md5Length
                || Convert.FromHexString(etag, digests.AsSpan(i * Md5Length, Md5Length), out _, out _) != System.Buffers.OperationStatus.Done)
            {
                return null;
            }
        }

        return Combine(digests, parts.Count);
    }

    /// <summary>The ETag of an object whose parts have these MD5s, one after the other.</summary>
    internal static string Combine(ReadOnlySpan<byte> digests, int parts)
    {
#pragma warning disable CA5351 // ETags are MD5s; nothing here is protected by them.
        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(MD5.HashData(digests))}-{parts}");
#pragma warning restore CA5351
    }
}
