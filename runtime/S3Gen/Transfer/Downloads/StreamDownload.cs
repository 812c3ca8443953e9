using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Planning;

namespace S3Gen.Transfer.Downloads;

/// <summary>The download of an object to a stream: ranges are fetched at the same time into pooled memory, and written in order.</summary>
internal sealed class StreamDownload(TransferCore core, DownloadSource source, Stream destination)
{
    private readonly ObjectReader _reader = new(core, source);
    private readonly ChecksumSource _checksums = new(core, source);
    private readonly Queue<Task<Chunk>> _fetching = new();

    internal async Task<DownloadResult> RunAsync(CancellationToken cancellationToken)
    {
        long partSize = Math.Min(core.Settings.PartSize, Array.MaxLength);
        TransferCore.Turn turn = await core.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        using (turn)
        {
            (GetObjectResponse response, ObjectFacts facts) = await _reader.OpenFirstAsync(partSize, cancellationToken).ConfigureAwait(false);
            await using (response.ConfigureAwait(false))
            {
                bool isWhole = response.StatusCode != System.Net.HttpStatusCode.PartialContent || facts.ETag is null || facts.Size <= partSize;
                if (isWhole)
                {
                    turn.Dispose();
                    await CopyAsync(facts, response, cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    await FetchAsync(facts, new PartPlan(facts.Size, partSize), response, turn, cancellationToken).ConfigureAwait(false);
                }

                return facts.ToResult(source);
            }
        }
    }

    /// <summary>One response, whose bytes go straight on. Nobody else waits for it while the stream is slow.</summary>
    private async Task CopyAsync(ObjectFacts facts, GetObjectResponse response, CancellationToken cancellationToken)
    {
        ProgressTracker? progress = ProgressTracker.Create(source.Options.Progress, core.Time, facts.Size, null);
        ObjectChecksum? checksum = await _checksums.FindAsync(response, facts, cancellationToken).ConfigureAwait(false);
        using StreamVerification? verification = checksum is null ? null : new StreamVerification(checksum);
        StreamSink stream = new(destination);
        using PartSink sink = verification is null ? stream : new VerifiedSink(stream, verification);
        await _reader.FetchAsync(0, facts.Size, sink, progress, response, cancellationToken).ConfigureAwait(false);
        verification?.Complete();
    }

    private async Task FetchAsync(ObjectFacts facts, PartPlan plan, GetObjectResponse first, TransferCore.Turn turn, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ProgressTracker? progress = ProgressTracker.Create(source.Options.Progress, core.Time, plan.Size, plan.Count);
        try
        {
            ObjectChecksum? checksum = await _checksums.FindAsync(facts, stop.Token).ConfigureAwait(false);
            using StreamVerification? verification = checksum is null ? null : new StreamVerification(checksum);
            int next = 0;
            while (next < plan.Count || _fetching.Count > 0)
            {
                for (; next < plan.Count && TryMakeRoom(out bool hasPermit); next++)
                {
                    _fetching.Enqueue(FetchPartAsync(plan, next, hasPermit, progress, next == 0 ? first : null, next == 0 ? turn : null, stop.Token));
                }

                Chunk chunk = await _fetching.Peek().ConfigureAwait(false);
                _ = _fetching.Dequeue();
                try
                {
                    verification?.Append(chunk.Content.Span);
                    await destination.WriteAsync(chunk.Content, stop.Token).ConfigureAwait(false);
                }
                finally
                {
                    Release(chunk);
                }
            }

            verification?.Complete();
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ReleaseAllAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>One part may be in memory in any case, so that transfers never wait for one another; more while there are permits.</summary>
    private bool TryMakeRoom(out bool hasPermit)
    {
        hasPermit = _fetching.Count > 0 && _fetching.Count < core.Settings.Concurrency && core.Buffers.TryTakePermit();
        return hasPermit || _fetching.Count == 0;
    }

    private async Task<Chunk> FetchPartAsync(
        PartPlan plan, int part, bool hasPermit, ProgressTracker? progress, GetObjectResponse? opened, TransferCore.Turn? held, CancellationToken cancellationToken)
    {
        int length = (int)plan.LengthOf(part);
        Chunk chunk = new(core.Buffers.Rent(length), length, hasPermit);
        try
        {
            using TransferCore.Turn turn = held ?? await core.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
            using MemorySink sink = new(chunk.Buffer.AsMemory(0, length));
            await _reader.FetchAsync(plan.OffsetOf(part), length, sink, progress, opened, cancellationToken).ConfigureAwait(false);
            return chunk;
        }
        catch
        {
            Release(chunk);
            throw;
        }
    }

    private async Task ReleaseAllAsync()
    {
        foreach (Task<Chunk> fetching in _fetching)
        {
            await ((Task)fetching).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (fetching.IsCompletedSuccessfully)
            {
                Release(await fetching.ConfigureAwait(false));
            }
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

    private readonly record struct Chunk(byte[] Buffer, int Length, bool HasPermit)
    {
        internal ReadOnlyMemory<byte> Content => Buffer.AsMemory(0, Length);
    }
}
