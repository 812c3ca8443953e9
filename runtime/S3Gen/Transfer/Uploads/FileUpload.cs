using S3Gen.Runtime;
using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Planning;
using S3Gen.Transfer.Requests;
using S3Gen.Transfer.State;

namespace S3Gen.Transfer.Uploads;

/// <summary>
/// The upload of a file. A part is read once, into pooled memory, so that what is hashed is what is sent and a retry reads nothing; parts
/// too large for that are read as they are sent.
/// </summary>
internal sealed class FileUpload(TransferCore core, UploadTarget target, SourceFile file, UploadOptions options)
{
    internal async Task<UploadResult> RunAsync(CancellationToken cancellationToken)
    {
        UploadState? state = options.StateFile is null ? null : UploadState.Load(options.StateFile, target, file);
        if (state is null && file.Length < core.Settings.Threshold)
        {
            return await PutAsync(cancellationToken).ConfigureAwait(false);
        }

        PartPlan plan = new(file.Length, state?.PartSize ?? core.Settings.PartSize);
        ProgressTracker? progress = ProgressTracker.Create(options.Progress, core.Time, file.Length, plan.Count);
        (MultipartSession session, IReadOnlySet<int> done) = await BeginAsync(state, plan, progress, cancellationToken).ConfigureAwait(false);
        UploadResult result = await UploadEnding.RunAsync(
            core, session, options.StateFile, () => SendAsync(session, plan, done, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
        StateFiles.Delete(options.StateFile);
        return result;
    }

    private async Task<UploadResult> PutAsync(CancellationToken cancellationToken)
    {
        using TransferCore.Turn turn = await core.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        ProgressTracker? progress = ProgressTracker.Create(options.Progress, core.Time, file.Length, null);
        return await SendAsync(0, file.Length, async body =>
        {
            PartProgress? moved = progress is null ? null : new PartProgress(progress);
            PutObjectResponse put = await core.Retries.RunAsync(
                token => core.Client.PutObjectAsync(WriteRequests.Put(target, moved is null ? body() : body().WithProgress(moved)), token),
                cancellationToken).ConfigureAwait(false);
            moved?.End(file.Length);
            file.ThrowIfChanged();
            return new UploadResult(target.Bucket, target.Key, file.Length, put.ETag, put.VersionId, 0);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes up the upload of the state file if it is still there; else creates one.</summary>
    private async Task<(MultipartSession Session, IReadOnlySet<int> Done)> BeginAsync(
        UploadState? state, PartPlan plan, ProgressTracker? progress, CancellationToken cancellationToken)
    {
        if (state is not null)
        {
            MultipartSession left = new(core, target, state.UploadId, state.ChecksumAlgorithm is { } name ? new ChecksumAlgorithm(name) : default(ChecksumAlgorithm?));
            try
            {
                IReadOnlySet<int> done = await left.FindPartsAsync(
                    number => number >= 1 && number <= plan.Count ? plan.LengthOf(number - 1) : -1, cancellationToken).ConfigureAwait(false);
                TransferLog.Resumed(core.Logger, left.UploadId, target.Key, target.Bucket, done.Count);
                progress?.AddEarlier(done.Sum(number => plan.LengthOf(number - 1)), done.Count);
                return (left, done);
            }
            catch (NoSuchUploadException)
            {
                // A lifecycle rule, or somebody, has aborted it: all parts are sent again.
            }
        }

        MultipartSession created = await MultipartSession.CreateAsync(core, target, cancellationToken).ConfigureAwait(false);
        if (options.StateFile is { } path)
        {
            UploadState.Of(created, file, plan).Save(path);
        }

        return (created, new HashSet<int>());
    }

    private async Task<UploadResult> SendAsync(
        MultipartSession session, PartPlan plan, IReadOnlySet<int> done, ProgressTracker? progress, CancellationToken cancellationToken)
    {
        IEnumerable<int> missing = Enumerable.Range(0, plan.Count).Where(part => !done.Contains(part + 1));
        await core.ForEachAsync(
            missing,
            async (part, token) =>
            {
                using TransferCore.Turn turn = await core.TakeTurnAsync(token).ConfigureAwait(false);
                long length = plan.LengthOf(part);
                await SendAsync(plan.OffsetOf(part), length, async body =>
                {
                    await session.SendPartAsync(part + 1, body, length, progress, token).ConfigureAwait(false);
                    return true;
                }, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        file.ThrowIfChanged();
        return await session.CompleteAsync(file.Length, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives a range of the file to somebody who sends it.</summary>
    private async Task<T> SendAsync<T>(long offset, long length, Func<Func<RequestBody>, Task<T>> send, CancellationToken cancellationToken)
    {
        if (length > PartBuffers.MostBuffered)
        {
            return await send(() => PartContent.Of(file, offset, length, core.Bandwidth)).ConfigureAwait(false);
        }

        byte[] buffer = core.Buffers.Rent(length);
        T sent;
        try
        {
            Memory<byte> content = buffer.AsMemory(0, (int)length);
            await file.ReadAsync(content, offset, cancellationToken).ConfigureAwait(false);
            sent = await send(() => PartContent.Of(content, core.Bandwidth)).ConfigureAwait(false);
        }
        catch
        {
            core.Buffers.Abandon();
            throw;
        }

        core.Buffers.Return(buffer);
        return sent;
    }
}
