using System.Globalization;
using System.Net;
using System.Runtime.ExceptionServices;
using S3Gen.Runtime;
using S3Gen.Transfer.Flow;

namespace S3Gen.Transfer.Downloads;

/// <summary>
/// Reads ranges of one object, which must stay what it was at the first response (If-Match). A range whose response breaks off is asked for
/// again from where it broke.
/// </summary>
internal sealed class ObjectReader(TransferCore core, DownloadSource source)
{
    private ObjectFacts? _facts;

    /// <summary>
    /// Asks for the first bytes, and learns from the response what the object is. An empty object has no first byte, and is asked for as a
    /// whole; so is one that is known to be small, since many stores name the checksum of a whole alone.
    /// </summary>
    internal async Task<(GetObjectResponse Response, ObjectFacts Facts)> OpenFirstAsync(long length, CancellationToken cancellationToken)
    {
        string? range = source.ListedSize <= length ? null : RangeOf(0, length);
        GetObjectResponse response = await core.Retries.RunAsync(
            async token =>
            {
                try
                {
                    return await core.Client.GetObjectAsync(source.Get(range, null), token).ConfigureAwait(false);
                }
                catch (S3Exception e) when (e.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
                {
                    return await core.Client.GetObjectAsync(source.Get(null, null), token).ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);
        try
        {
            _facts = ObjectFacts.Of(response, source.Key);
            return (response, _facts);
        }
        catch
        {
            await response.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Asks what the object is.</summary>
    internal async Task<ObjectFacts> HeadAsync(CancellationToken cancellationToken)
    {
        HeadObjectResponse response = await core.Retries.RunAsync(token => core.Client.HeadObjectAsync(source.Head(), token), cancellationToken).ConfigureAwait(false);
        return _facts = ObjectFacts.Of(response);
    }

    /// <summary>Fetches a range.</summary>
    /// <param name="offset">Its first byte.</param>
    /// <param name="length">Its length.</param>
    /// <param name="sink">Where it goes.</param>
    /// <param name="progress">Who counts; null for nobody.</param>
    /// <param name="opened">A response that begins with it, if there is one already.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    internal async Task FetchAsync(
        long offset, long length, PartSink sink, ProgressTracker? progress, GetObjectResponse? opened, CancellationToken cancellationToken)
    {
        Range range = new(offset, length, sink, progress is null ? null : new PartProgress(progress));
        try
        {
            await core.Retries.RunAsync(
                async token =>
                {
                    GetObjectResponse response = opened ?? await OpenAsync(range, token).ConfigureAwait(false);
                    opened = null;
                    await using (response.ConfigureAwait(false))
                    {
                        await CopyVerifiedAsync(response.Body, range, token).ConfigureAwait(false);
                    }

                    return true;
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (InterruptedBodyException e) when (e.InnerException is ChecksumMismatchException)
        {
            ExceptionDispatchInfo.Throw(e.InnerException);
        }

        await sink.FlushAsync(cancellationToken).ConfigureAwait(false);
        range.Progress?.End(length);
    }

    private static string RangeOf(long offset, long length) => string.Create(CultureInfo.InvariantCulture, $"bytes={offset}-{offset + length - 1}");

    private async Task<GetObjectResponse> OpenAsync(Range range, CancellationToken cancellationToken)
    {
        GetObjectResponse response;
        try
        {
            response = await core.Client.GetObjectAsync(
                source.Get(RangeOf(range.Next, range.Left), _facts!.ETag), cancellationToken).ConfigureAwait(false);
        }
        catch (S3Exception e) when (e.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            throw source.Changed(e);
        }

        try
        {
            await CheckAsync(response, range, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            await response.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The response has to be of the same object, and begin where it should; a service that knows no ranges sends all.</summary>
    private async Task CheckAsync(GetObjectResponse response, Range range, CancellationToken cancellationToken)
    {
        if (response.ETag != _facts!.ETag)
        {
            throw source.Changed(null);
        }

        if (response.StatusCode != HttpStatusCode.PartialContent)
        {
            await SkipAsync(response.Body, range.Next, cancellationToken).ConfigureAwait(false);
        }
        else if (!ContentRange.TryParse(response.ContentRange, out ContentRange sent) || sent.First != range.Next || sent.Last < range.Next + range.Left - 1)
        {
            throw new TransferException($"The service sent '{response.ContentRange}' of '{source.Key}' when it was asked for {RangeOf(range.Next, range.Left)}.");
        }
    }

    /// <summary>Of a body that its checksum calls damaged all is damaged that was taken before.</summary>
    private async Task CopyVerifiedAsync(Stream body, Range range, CancellationToken cancellationToken)
    {
        try
        {
            await CopyAsync(body, range, cancellationToken).ConfigureAwait(false);
        }
        catch (InterruptedBodyException e) when (e.InnerException is ChecksumMismatchException)
        {
            if (!range.Sink.CanRestart)
            {
                ExceptionDispatchInfo.Throw(e.InnerException);
            }

            range.Restart();
            throw;
        }
    }

    private async Task CopyAsync(Stream body, Range range, CancellationToken cancellationToken)
    {
        while (range.Left > 0)
        {
            Memory<byte> room = range.Sink.GetRoom();
            int most = (int)Math.Min(Math.Min(room.Length, range.Left), core.Bandwidth?.PieceSize ?? int.MaxValue);
            int read = await ReadAsync(body, room[..most], cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                throw new InterruptedBodyException(new EndOfStreamException($"It ended {range.Left} bytes early."));
            }

            await range.Sink.AdvanceAsync(read, cancellationToken).ConfigureAwait(false);
            range.Advance(read);
            if (core.Bandwidth is { } bandwidth)
            {
                await bandwidth.WaitAsync(read, cancellationToken).ConfigureAwait(false);
            }
        }

        await ReadEndAsync(body, range, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Only who reads the end of a body learns whether it was whole and right.</summary>
    private static async Task ReadEndAsync(Stream body, Range range, CancellationToken cancellationToken)
    {
        byte[] nothing = new byte[1];
        try
        {
            await ReadAsync(body, nothing, cancellationToken).ConfigureAwait(false);
        }
        catch (InterruptedBodyException) when (range.Sink.CanRestart)
        {
            range.Restart();
            throw;
        }
    }

    private static async Task SkipAsync(Stream body, long length, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[(int)Math.Min(length, 64 * 1024)];
        while (length > 0)
        {
            int read = await ReadAsync(body, buffer.AsMemory(0, (int)Math.Min(buffer.Length, length)), cancellationToken).ConfigureAwait(false);
            length -= read > 0 ? read : throw new InterruptedBodyException(new EndOfStreamException("It ended early."));
        }
    }

    /// <summary>What goes wrong in reading is the network's fault; what goes wrong in writing is not, and is not tried again.</summary>
    private static async ValueTask<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or TimeoutException or HttpRequestException or ServiceException)
        {
            throw new InterruptedBodyException(e);
        }
    }

    /// <summary>How far a range is.</summary>
    private sealed class Range(long offset, long length, PartSink sink, PartProgress? progress)
    {
        private long _done;

        internal PartSink Sink => sink;

        internal PartProgress? Progress => progress;

        internal long Next => offset + _done;

        internal long Left => length - _done;

        internal void Advance(int count)
        {
            _done += count;
            progress?.Reach(_done);
        }

        internal void Restart()
        {
            _done = 0;
            sink.Restart();
        }
    }
}
