using System.Net;
using S3Gen.Runtime;
using S3Gen.Transfer.Flow;

namespace S3Gen.Transfer.Downloads;

/// <summary>
/// Asks what an object is to be held against. Of a composite checksum the parts have to be known, which takes a request more for each thousand
/// of them, and a permission (s3:GetObjectAttributes); where they are not to be had, the object is not verified.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html"/>
internal sealed class ChecksumSource(TransferCore core, DownloadSource source)
{
    /// <summary>Asks for the checksum of an object that comes in several ranges, which by themselves have none.</summary>
    /// <returns>Null if there is nothing to verify.</returns>
    internal async Task<ObjectChecksum?> FindAsync(ObjectFacts facts, CancellationToken cancellationToken)
    {
        if (!core.Settings.VerifiesChecksums)
        {
            return null;
        }

        HeadObjectRequest request = source.Head(facts.ETag, ChecksumMode.Enabled);
        try
        {
            HeadObjectResponse head = await core.Retries.RunAsync(token => core.Client.HeadObjectAsync(request, token), cancellationToken).ConfigureAwait(false);
            return StoredChecksum.Of(head) is not { } stored ? null
                : stored.IsComposite ? await FindPartsAsync(stored, facts, cancellationToken).ConfigureAwait(false)
                : ObjectChecksum.OfWhole(stored, facts.Size);
        }
        catch (S3Exception e) when (e.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound)
        {
            throw source.Changed(e);
        }
    }

    /// <summary>
    /// Asks for what the only response of an object has not been held against already: a composite checksum. Stores that name no checksum
    /// with a range, though it has all bytes, are asked where an object was made of parts.
    /// </summary>
    internal async Task<ObjectChecksum?> FindAsync(GetObjectResponse only, ObjectFacts facts, CancellationToken cancellationToken)
    {
        StoredChecksum? stored = core.Settings.VerifiesChecksums ? StoredChecksum.Of(only) : null;
        if (stored is { IsComposite: true })
        {
            return await FindPartsAsync(stored, facts, cancellationToken).ConfigureAwait(false);
        }

        bool isSilent = stored is null && only.StatusCode == HttpStatusCode.PartialContent && facts.IsOfParts;
        return isSilent ? await FindAsync(facts, cancellationToken).ConfigureAwait(false) : null;
    }

    private async Task<ObjectChecksum?> FindPartsAsync(StoredChecksum stored, ObjectFacts facts, CancellationToken cancellationToken)
    {
        List<ObjectPart> parts;
        try
        {
            parts = await ListPartsAsync(facts, cancellationToken).ConfigureAwait(false);
        }
        catch (S3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            throw source.Changed(e);
        }
        catch (S3Exception e) when (CannotTell(e))
        {
            TransferLog.PartsUnknown(core.Logger, source.Key, source.Bucket, stored.Algorithm, e);
            return null;
        }

        ObjectChecksum? checksum = ObjectChecksum.OfParts(stored, parts, facts.Size);
        if (checksum is null)
        {
            TransferLog.PartsUnknown(core.Logger, source.Key, source.Bucket, stored.Algorithm, null);
        }

        return checksum;
    }

    private async Task<List<ObjectPart>> ListPartsAsync(ObjectFacts facts, CancellationToken cancellationToken)
    {
        List<ObjectPart> parts = [];
        string? marker = null;
        do
        {
            GetObjectAttributesRequest request = source.Attributes(marker);
            GetObjectAttributesResponse page = await core.Retries.RunAsync(
                token => core.Client.GetObjectAttributesAsync(request, token), cancellationToken).ConfigureAwait(false);
            if (page.ETag is { } etag && etag.Trim('"') != facts.ETag?.Trim('"'))
            {
                throw source.Changed(null);
            }

            parts.AddRange(page.ObjectParts?.Parts ?? []);
            string? next = page.ObjectParts?.IsTruncated == true ? page.ObjectParts.NextPartNumberMarker : null;
            marker = next is null || next != marker ? next : throw new InvalidOperationException("The service returned the marker that it was given: the parts would never end.");
        }
        while (!string.IsNullOrEmpty(marker));

        return parts;
    }

    /// <summary>Who may not ask, or asks a store that does not know the operation, or takes it for another one.</summary>
    private static bool CannotTell(S3Exception e) => e.IsMalformedResponse
        || e.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotImplemented or HttpStatusCode.MethodNotAllowed or HttpStatusCode.BadRequest;
}
