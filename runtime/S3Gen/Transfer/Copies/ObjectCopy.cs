using System.Net;
using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Planning;
using S3Gen.Transfer.Requests;
using S3Gen.Transfer.Uploads;

namespace S3Gen.Transfer.Copies;

/// <summary>A copy within S3, in parts where the object is large; S3 then copies nothing but bytes, so that the rest is asked for and set.</summary>
internal sealed class ObjectCopy(TransferCore core, CopySource source, UploadTarget target)
{
    internal async Task<UploadResult> RunAsync(CancellationToken cancellationToken)
    {
        HeadObjectResponse head = await core.Retries.RunAsync(
            token => core.Client.HeadObjectAsync(CopyRequests.Head(source), token), cancellationToken).ConfigureAwait(false);
        long size = head.ContentLength ?? throw new TransferException($"The service did not say how long '{source.Key}' is.");
        return size <= core.Settings.CopyThreshold
            ? await CopyAsync(size, head.ETag, cancellationToken).ConfigureAwait(false)
            : await CopyPartsAsync(new PartPlan(size, core.Settings.CopyPartSize), head, cancellationToken).ConfigureAwait(false);
    }

    private async Task<UploadResult> CopyAsync(long size, string? etag, CancellationToken cancellationToken)
    {
        using TransferCore.Turn turn = await core.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        CopyObjectResponse copied = await core.Retries.RunAsync(
            token => core.Client.CopyObjectAsync(CopyRequests.Copy(source, target, etag), token), cancellationToken).ConfigureAwait(false);
        ProgressTracker.Create(source.Options.Progress, core.Time, size, null)?.EndPart(size);
        return new UploadResult(target.Bucket, target.Key, size, copied.CopyObjectResult?.ETag, copied.VersionId, 0);
    }

    private async Task<UploadResult> CopyPartsAsync(PartPlan plan, HeadObjectResponse head, CancellationToken cancellationToken)
    {
        IReadOnlyList<Tag>? tags = target.Settings.Tags is null ? await FindTagsAsync(cancellationToken).ConfigureAwait(false) : null;
        UploadTarget complete = target with { Settings = CopiedSettings.Complete(target.Settings, head, tags) };
        MultipartSession session = await MultipartSession.CreateAsync(core, complete, cancellationToken).ConfigureAwait(false);
        ProgressTracker? progress = ProgressTracker.Create(source.Options.Progress, core.Time, plan.Size, plan.Count);
        return await UploadEnding.RunAsync(
            core,
            session,
            null,
            async () =>
            {
                await core.ForEachAsync(
                    Enumerable.Range(0, plan.Count),
                    (part, token) => CopyPartAsync(session, plan, part, head.ETag, progress, token),
                    cancellationToken).ConfigureAwait(false);
                return await session.CompleteAsync(plan.Size, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask CopyPartAsync(
        MultipartSession session, PartPlan plan, int part, string? etag, ProgressTracker? progress, CancellationToken cancellationToken)
    {
        using TransferCore.Turn turn = await core.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        UploadPartCopyRequest request = CopyRequests.CopyPart(
            source, session.Target, session.UploadId, part + 1, plan.OffsetOf(part), plan.LengthOf(part), etag);
        UploadPartCopyResponse copied = await core.Retries.RunAsync(
            token => core.Client.UploadPartCopyAsync(request, token), cancellationToken).ConfigureAwait(false);
        CopyPartResult result = copied.CopyPartResult ?? throw new TransferException($"The answer to the copy of part {part + 1} of '{source.Key}' names no part.");
        session.Add(part + 1, CompletedParts.Of(part + 1, result));
        progress?.EndPart(plan.LengthOf(part));
    }

    /// <summary>The source's tags; none where the store knows no tags. Who may not read them is told so: the copy would lack them.</summary>
    private async Task<IReadOnlyList<Tag>> FindTagsAsync(CancellationToken cancellationToken)
    {
        GetObjectTaggingRequest request = new()
        {
            Bucket = source.Bucket,
            Key = source.Key,
            VersionId = source.Options.SourceVersionId,
            RequestPayer = target.Settings.RequestPayer,
            ExpectedBucketOwner = source.Options.ExpectedSourceBucketOwner,
        };
        try
        {
            return (await core.Retries.RunAsync(token => core.Client.GetObjectTaggingAsync(request, token), cancellationToken).ConfigureAwait(false)).TagSet;
        }
        catch (S3Exception e) when (e.StatusCode == HttpStatusCode.NotImplemented || e.ErrorCode is "NotImplemented")
        {
            return [];
        }
    }
}
