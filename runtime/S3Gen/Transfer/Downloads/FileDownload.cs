using S3Gen.Runtime;
using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Planning;
using S3Gen.Transfer.State;

namespace S3Gen.Transfer.Downloads;

/// <summary>The download of an object to a file, by ranges that are written to their places at the same time.</summary>
internal sealed class FileDownload(TransferCore core, DownloadSource source, string target)
{
    private readonly ObjectReader _reader = new(core, source);
    private readonly ChecksumSource _checksums = new(core, source);

    private DownloadOptions Options => source.Options;

    internal async Task<DownloadResult> RunAsync(CancellationToken cancellationToken)
    {
        if (!Options.Overwrite && File.Exists(target))
        {
            throw new IOException($"'{target}' is there already, and {nameof(DownloadOptions)}.{nameof(DownloadOptions.Overwrite)} is false.");
        }

        DownloadState? state = Options.StateFile is null ? null : DownloadState.Load(Options.StateFile, source, target);
        ObjectFacts facts = state is null
            ? await StartAsync(cancellationToken).ConfigureAwait(false)
            : await ResumeAsync(state, cancellationToken).ConfigureAwait(false);
        StateFiles.Delete(Options.StateFile);
        return facts.ToResult(source);
    }

    private async Task<ObjectFacts> StartAsync(CancellationToken cancellationToken)
    {
        using TransferCore.Turn turn = await core.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        long partSize = core.Settings.PartSize;
        int leading = (int)PartPlan.DivideUp(Math.Max(core.Settings.Threshold, partSize), partSize);
        (GetObjectResponse response, ObjectFacts facts) = await _reader.OpenFirstAsync(leading * partSize, cancellationToken).ConfigureAwait(false);
        await using (response.ConfigureAwait(false))
        {
            bool isWhole = response.StatusCode != System.Net.HttpStatusCode.PartialContent || facts.ETag is null;
            PartPlan plan = isWhole ? PartPlan.Whole(facts.Size) : new PartPlan(facts.Size, partSize);
            int opened = Math.Min(leading, plan.Count);
            TemporaryFile file = TemporaryFile.Create(target, facts.Size);
            bool isResumable = Options.StateFile is not null && facts.ETag is not null && plan.Count > opened;
            FinishedParts? finished = isResumable
                ? Track(DownloadState.Of(source, facts, plan, target, file.Path, new byte[FinishedParts.BytesFor(plan.Count)]), file)
                : null;
            await FinishAsync(new Work(file, plan, facts, finished) { Opened = response, OpenedParts = opened, Turn = turn }, cancellationToken).ConfigureAwait(false);
        }

        return facts;
    }

    private async Task<ObjectFacts> ResumeAsync(DownloadState state, CancellationToken cancellationToken)
    {
        ObjectFacts facts = await _reader.HeadAsync(cancellationToken).ConfigureAwait(false);
        if (facts.ETag != state.ETag || facts.Size != state.Size)
        {
            throw StateFiles.Refuse(
                Options.StateFile!, $"does not fit '{source.Key}', which has changed since the download began: its ETag was {state.ETag} and is {facts.ETag}");
        }

        TemporaryFile file = TemporaryFile.Open(state.TemporaryPath);
        await FinishAsync(new Work(file, new PartPlan(state.Size, state.PartSize), facts, Track(state, file)), cancellationToken).ConfigureAwait(false);
        return facts;
    }

    private FinishedParts Track(DownloadState state, TemporaryFile file) => new(state, Options.StateFile!, file.Handle, core.Time);

    /// <summary>Fetches what is missing and gives the file its name; or removes it, unless it can be resumed.</summary>
    private async Task FinishAsync(Work work, CancellationToken cancellationToken)
    {
        using TemporaryFile file = work.File;
        try
        {
            await FetchAsync(work, cancellationToken).ConfigureAwait(false);
            file.MoveTo(target, Options.Overwrite, Options.KeepLastModified ? work.Facts.LastModified : null);
        }
        catch (ChecksumMismatchException)
        {
            // Nobody knows which of the parts is damaged: there is nothing to resume from.
            file.Delete();
            StateFiles.Delete(Options.StateFile);
            throw;
        }
        catch (Exception e) when (work.Finished is { } finished)
        {
            finished.Save();
            throw Leave(e, cancellationToken);
        }
        catch
        {
            file.Delete();
            throw;
        }
    }

    private async Task FetchAsync(Work work, CancellationToken cancellationToken)
    {
        PartPlan plan = work.Plan;
        ProgressTracker? progress = ProgressTracker.Create(Options.Progress, core.Time, plan.Size, plan.Count);
        List<int> done = work.Finished is { } finished ? [.. Enumerable.Range(0, plan.Count).Where(finished.Contains)] : [];
        if (done.Count > 0)
        {
            progress?.AddEarlier(done.Sum(plan.LengthOf), done.Count);
        }

        ObjectChecksum? checksum = work.Opened is { } only && plan.Count == work.OpenedParts
            ? await _checksums.FindAsync(only, work.Facts, cancellationToken).ConfigureAwait(false)
            : await _checksums.FindAsync(work.Facts, cancellationToken).ConfigureAwait(false);
        using FileVerification? verification = checksum is null ? null : new FileVerification(checksum, work.File.Handle);
        IEnumerable<int> missing = Enumerable.Range(0, plan.Count).Except(done).Where(part => part == 0 || part >= work.OpenedParts);
        await core.ForEachAsync(missing, (part, token) => FetchPartAsync(work, part, verification, progress, token), cancellationToken).ConfigureAwait(false);
        if (verification is not null)
        {
            await verification.CheckAsync(core, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask FetchPartAsync(Work work, int part, FileVerification? verification, ProgressTracker? progress, CancellationToken cancellationToken)
    {
        bool isOpened = part == 0 && work.Opened is not null;
        int count = isOpened ? work.OpenedParts : 1;
        long offset = work.Plan.OffsetOf(part);
        long length = work.Plan.OffsetOf(part + count - 1) + work.Plan.LengthOf(part + count - 1) - offset;
        using TransferCore.Turn turn = isOpened ? work.Turn! : await core.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        FileSink file = new(core.Buffers, work.File.Handle, offset, length);
        using PartSink sink = verification?.Watch(file, offset, length) ?? file;
        await _reader.FetchAsync(offset, length, sink, progress, isOpened ? work.Opened : null, cancellationToken).ConfigureAwait(false);
        work.Finished?.Add(part, count);
    }

    private Exception Leave(Exception cause, CancellationToken cancellationToken)
    {
        string message = $"The download of '{source.Key}' was not completed and can be resumed from '{Options.StateFile}': {cause.Message}";
        return cause is OperationCanceledException && cancellationToken.IsCancellationRequested
            ? new TransferCanceledException(message, cause, cancellationToken) { StateFile = Options.StateFile }
            : new TransferException(message, cause) { StateFile = Options.StateFile };
    }

    /// <summary>A download that is under way.</summary>
    private sealed record Work(TemporaryFile File, PartPlan Plan, ObjectFacts Facts, FinishedParts? Finished)
    {
        /// <summary>The response that has the first parts.</summary>
        internal GetObjectResponse? Opened { get; init; }

        internal int OpenedParts { get; init; }

        internal TransferCore.Turn? Turn { get; init; }
    }
}
