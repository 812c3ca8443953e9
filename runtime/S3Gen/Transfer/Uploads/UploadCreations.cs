using System.Collections.Concurrent;
using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Requests;

namespace S3Gen.Transfer.Uploads;

/// <summary>
/// Creates uploads. A repeated CreateMultipartUpload leaves an upload behind if the answer to an earlier one was lost; it holds no
/// part, but nobody would ever abort it, so that this is done here. What another may have begun is left alone: only uploads
/// of the same key by the same user that began while this one was being created, that have no part and that are none of ours, are aborted.
/// </summary>
internal sealed class UploadCreations(TransferCore core)
{
    /// <summary>S3 gives times in whole seconds.</summary>
    private static readonly TimeSpan Resolution = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long a transfer that is given up waits for the answer to a creation that it has sent: without the id in it nobody could abort the upload.
    /// </summary>
    private static readonly TimeSpan AnswerGrace = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string Bucket, string Key), int> _creating = new();
    private readonly ConcurrentDictionary<string, bool> _created = new(StringComparer.Ordinal);

    /// <summary>Creates an upload. It may be given up meanwhile: what goes on with it is the first to notice, and ends it.</summary>
    /// <returns>Its id.</returns>
    internal async Task<string> RunAsync(UploadTarget target, CreateMultipartUploadRequest request, CancellationToken cancellationToken)
    {
        (string, string) place = (target.Bucket, target.Key);
        _creating.AddOrUpdate(place, 1, static (_, count) => count + 1);
        try
        {
            long started = core.Time.GetTimestamp();
            int tries = 0;
            CreateMultipartUploadResponse created = await core.Retries.RunAsync(
                token =>
                {
                    tries++;
                    return SendAsync(request, token);
                },
                cancellationToken).ConfigureAwait(false);
            string id = created.UploadId ?? throw new TransferException("The answer to CreateMultipartUpload names no upload.");
            _created.TryAdd(id, true);
            if (tries > 1 || created.AttemptCount > 1)
            {
                await AbortLostAsync(target, id, core.Time.GetElapsedTime(started), cancellationToken).ConfigureAwait(false);
            }

            return id;
        }
        finally
        {
            _creating.AddOrUpdate(place, 0, static (_, count) => count - 1);
            ((ICollection<KeyValuePair<(string, string), int>>)_creating).Remove(new(place, 0));
        }
    }

    /// <summary>The upload has ended. Until then it is one of ours, which no other creation may take for a lost one.</summary>
    internal void Forget(string id) => _created.TryRemove(id, out _);

    private async Task<CreateMultipartUploadResponse> SendAsync(CreateMultipartUploadRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using CancellationTokenSource answer = new(Timeout.InfiniteTimeSpan, core.Time);
        await using CancellationTokenRegistration end = cancellationToken.UnsafeRegister(
            static source => ((CancellationTokenSource)source!).CancelAfter(AnswerGrace), answer);
        try
        {
            return await core.Client.CreateMultipartUploadAsync(request, answer.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }

    private async Task AbortLostAsync(UploadTarget target, string id, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        try
        {
            foreach (MultipartUpload lost in await FindLostAsync(target, id, elapsed, cancellationToken).ConfigureAwait(false))
            {
                await new MultipartSession(core, target, lost.UploadId!, null).AbortAsync().ConfigureAwait(false);
                TransferLog.LostUploadAborted(core.Logger, lost.UploadId!, target.Key, target.Bucket);
            }
        }
        catch (Exception e) when (e is Runtime.ServiceException or InvalidOperationException or OperationCanceledException)
        {
            // The upload itself can go on; who may not list uploads, or gives the transfer up, is told that some may be left.
            TransferLog.LostUploadsUnknown(core.Logger, target.Key, target.Bucket, e);
        }
    }

    private async Task<List<MultipartUpload>> FindLostAsync(UploadTarget target, string id, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        List<MultipartUpload> uploads = await core.Retries.RunAsync(token => ListAsync(target, token), cancellationToken).ConfigureAwait(false);
        MultipartUpload? own = uploads.Find(upload => upload.UploadId == id);
        if (own?.Initiated is not { } created || _creating[(target.Bucket, target.Key)] > 1)
        {
            return [];
        }

        DateTimeOffset earliest = created - elapsed - Resolution;
        List<MultipartUpload> lost = [];
        foreach (MultipartUpload upload in uploads)
        {
            bool mayBeLost = upload.UploadId is { } other && !_created.ContainsKey(other)
                && upload.Initiator?.ID == own.Initiator?.ID
                && upload.Initiated >= earliest && upload.Initiated <= created;
            if (mayBeLost && await IsEmptyAsync(target, upload.UploadId!, cancellationToken).ConfigureAwait(false))
            {
                lost.Add(upload);
            }
        }

        return lost;
    }

    private async Task<List<MultipartUpload>> ListAsync(UploadTarget target, CancellationToken cancellationToken)
    {
        List<MultipartUpload> uploads = [];
        ListMultipartUploadsRequest request = new()
        {
            Bucket = target.Bucket,
            Prefix = target.Key,
            RequestPayer = target.Settings.RequestPayer,
            ExpectedBucketOwner = target.Settings.ExpectedBucketOwner,
        };
        await foreach (MultipartUpload upload in core.Client.ListMultipartUploadsItemsAsync(request, cancellationToken).ConfigureAwait(false))
        {
            if (upload.Key == target.Key)
            {
                uploads.Add(upload);
            }
        }

        return uploads;
    }

    private async Task<bool> IsEmptyAsync(UploadTarget target, string id, CancellationToken cancellationToken)
    {
        try
        {
            ListPartsResponse page = await core.Retries.RunAsync(
                token => core.Client.ListPartsAsync(PartRequests.List(target, id), token), cancellationToken).ConfigureAwait(false);
            return page.Parts.Count == 0;
        }
        catch (NoSuchUploadException)
        {
            return false;
        }
    }
}
