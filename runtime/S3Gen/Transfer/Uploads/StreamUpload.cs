using S3Gen.Runtime;
using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Planning;
using S3Gen.Transfer.Requests;

namespace S3Gen.Transfer.Uploads;

/// <summary>
/// The upload of a stream, whose length need not be known. The stream is read part by part into pooled memory while earlier parts
/// are sent. What ends within the first part and below the threshold is sent at once.
/// </summary>
internal sealed class StreamUpload(TransferCore core, UploadTarget target, Stream content, UploadOptions options)
{
    private readonly List<Task> _sending = [];

    /// <summary>S3's last word, once all parts are through; null if it was heard in another way.</summary>
    internal CompleteMultipartUploadResponse? Completion { get; private set; }

    internal async Task<UploadResult> RunAsync(CancellationToken cancellationToken)
    {
        long? length = content.CanSeek ? Math.Max(0, content.Length - content.Position) : null;
        long partSize = length is { } known ? new PartPlan(known, core.Settings.PartSize).PartSize : core.Settings.PartSize;
        if (partSize > Array.MaxLength)
        {
            throw new TransferException($"The parts of a stream are held in memory, and those of {partSize} bytes that this one needs cannot be: upload a file, or set a smaller {nameof(S3TransferOptions)}.{nameof(S3TransferOptions.PartSize)}.");
        }

        Chunk first = await ReadAsync(partSize, hasPermit: false, cancellationToken).ConfigureAwait(false);
        if (first.IsLast && first.Length < core.Settings.Threshold)
        {
            return await PutAsync(first, cancellationToken).ConfigureAwait(false);
        }

        int? count = length is { } all ? new PartPlan(all, partSize).Count : null;
        ProgressTracker? progress = ProgressTracker.Create(options.Progress, core.Time, length, count);
        MultipartSession session;
        try
        {
            session = await MultipartSession.CreateAsync(core, target, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Release(first);
            throw;
        }

        UploadResult result = await UploadEnding.RunAsync(
            core, session, null, () => SendAsync(session, first, partSize, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
        Completion = session.Completion;
        return result;
    }

    private async Task<UploadResult> PutAsync(Chunk only, CancellationToken cancellationToken)
    {
        using TransferCore.Turn turn = await core.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        ProgressTracker? progress = ProgressTracker.Create(options.Progress, core.Time, only.Length, null);
        PartProgress? moved = progress is null ? null : new PartProgress(progress);
        PutObjectResponse put;
        try
        {
            put = await core.Retries.RunAsync(
                token =>
                {
                    RequestBody body = PartContent.Of(only.Content, core.Bandwidth);
                    return core.Client.PutObjectAsync(WriteRequests.Put(target, moved is null ? body : body.WithProgress(moved)), token);
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            core.Buffers.Abandon();
            throw;
        }

        moved?.End(only.Length);
        core.Buffers.Return(only.Buffer);
        return new UploadResult(target.Bucket, target.Key, only.Length, put.ETag, put.VersionId, 0);
    }

    private async Task<UploadResult> SendAsync(
        MultipartSession session, Chunk first, long partSize, ProgressTracker? progress, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        long total = 0;
        try
        {
            Chunk chunk = first;
            for (int number = 1; ; number++)
            {
                total += chunk.Length;
                _sending.Add(SendPartAsync(session, number, chunk, progress, stop.Token));
                if (chunk.IsLast)
                {
                    break;
                }

                bool hasPermit = await MakeRoomAsync().ConfigureAwait(false);
                chunk = await ReadAsync(partSize, hasPermit, stop.Token).ConfigureAwait(false);
                if (chunk.Length == 0 || number == PartPlan.MaxParts)
                {
                    Release(chunk);
                    ThrowIfTooLong(chunk, partSize);
                    break;
                }
            }

            await Task.WhenAll(_sending).ConfigureAwait(false);
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(_sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        return await session.CompleteAsync(total, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits until there may be another part in memory.</summary>
    /// <returns>Whether it counts among those that all transfers share; one for each transfer does not.</returns>
    private async Task<bool> MakeRoomAsync()
    {
        while (true)
        {
            foreach (Task ended in _sending.FindAll(static task => task.IsCompleted))
            {
                await ended.ConfigureAwait(false);
                _sending.Remove(ended);
            }

            if (_sending.Count == 0)
            {
                return false;
            }

            if (_sending.Count < core.Settings.Concurrency && core.Buffers.TryTakePermit())
            {
                return true;
            }

            await Task.WhenAny(_sending).ConfigureAwait(false);
        }
    }

    private async Task SendPartAsync(MultipartSession session, int number, Chunk chunk, ProgressTracker? progress, CancellationToken cancellationToken)
    {
        try
        {
            using TransferCore.Turn turn = await core.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
            await session.SendPartAsync(number, () => PartContent.Of(chunk.Content, core.Bandwidth), chunk.Length, progress, cancellationToken).ConfigureAwait(false);
            core.Buffers.Return(chunk.Buffer);
        }
        catch
        {
            core.Buffers.Abandon();
            throw;
        }
        finally
        {
            if (chunk.HasPermit)
            {
                core.Buffers.ReturnPermit();
            }
        }
    }

    /// <summary>Reads the next part; it is shorter only where the stream ends.</summary>
    private async Task<Chunk> ReadAsync(long partSize, bool hasPermit, CancellationToken cancellationToken)
    {
        byte[] buffer = core.Buffers.Rent(partSize);
        try
        {
            int read = await content.ReadAtLeastAsync(buffer.AsMemory(0, (int)partSize), (int)partSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return new Chunk(buffer, read, IsLast: read < partSize, hasPermit);
        }
        catch
        {
            Release(new Chunk(buffer, 0, IsLast: true, hasPermit));
            throw;
        }
    }

    private void Release(Chunk chunk)
    {
        core.Buffers.Return(chunk.Buffer);
        if (chunk.HasPermit)
        {
            core.Buffers.ReturnPermit();
        }
    }

    private static void ThrowIfTooLong(Chunk chunk, long partSize)
    {
        if (chunk.Length > 0)
        {
            throw new TransferException(
                $"The stream is longer than {PartPlan.MaxParts} parts of {partSize} bytes, the most that S3 takes. Set {nameof(S3TransferOptions)}.{nameof(S3TransferOptions.PartSize)} to at least a ten-thousandth of its length.");
        }
    }

    private readonly record struct Chunk(byte[] Buffer, int Length, bool IsLast, bool HasPermit)
    {
        internal ReadOnlyMemory<byte> Content => Buffer.AsMemory(0, Length);
    }
}
