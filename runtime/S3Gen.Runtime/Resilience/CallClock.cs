using System.Diagnostics.CodeAnalysis;

namespace S3Gen.Runtime.Resilience;

/// <summary>
/// The time limits of one call. <see cref="ClientOptions.ReadTimeout"/> bounds the time without progress: from the start of an
/// attempt to the first byte of its body sent, from piece to piece of the bodies, from the request to the response.
/// <see cref="ClientOptions.OperationTimeout"/> bounds all attempts and the pauses between them, less the time in which a large
/// request body is on its way, for no constant can know how long that should take.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The source is used again; without a running timer there is nothing in it to dispose.")]
internal sealed class CallClock(TimeProvider timeProvider, TimeSpan operationTimeout, TimeSpan readTimeout)
{
    private CancellationTokenSource _source = new(Timeout.InfiniteTimeSpan, timeProvider);
    private CancellationTokenRegistration _callerRegistration;
    private CancellationToken _caller;
    private long _started;
    private long _uploadStarted;
    private TimeSpan _uploading;
    private bool _isBoundByOperation;
    private bool _isUp;

    /// <summary>Ends the current attempt: time is up, or the caller has canceled.</summary>
    internal CancellationToken Token => _source.Token;

    internal TimeSpan ReadTimeout => readTimeout;

    internal TimeProvider TimeProvider => timeProvider;

    /// <summary>Time since the operation began.</summary>
    internal TimeSpan Elapsed => timeProvider.GetElapsedTime(_started);

    /// <summary>What is left of the operation's time; negative when it is up.</summary>
    internal TimeSpan Remaining => operationTimeout == Timeout.InfiniteTimeSpan
        ? TimeSpan.MaxValue
        : IsUp ? TimeSpan.MinValue : operationTimeout - timeProvider.GetElapsedTime(_started) + _uploading;

    /// <summary>
    /// The operation's limit has ended an attempt. A timer may fire a moment before the clock shows its time; what it ended stays
    /// ended.
    /// </summary>
    private bool IsUp => _isUp || (_isBoundByOperation && _source.IsCancellationRequested && !_caller.IsCancellationRequested);

    internal void StartOperation(CancellationToken caller)
    {
        _caller = caller;
        _started = timeProvider.GetTimestamp();
        _uploading = default;
        _isUp = false;
        _isBoundByOperation = false;
    }

    internal void StartAttempt()
    {
        Progress();
        _callerRegistration = _caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _source);
    }

    /// <summary>Something was sent or received: the time without progress begins anew.</summary>
    internal void Progress()
    {
        TimeSpan remaining = Remaining > TimeSpan.Zero ? Remaining : TimeSpan.Zero;
        _isBoundByOperation = readTimeout == Timeout.InfiniteTimeSpan || remaining < readTimeout;
        TimeSpan limit = _isBoundByOperation ? remaining : readTimeout;
        Arm(limit == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : limit);
    }

    /// <summary>A large body begins to be sent: from here on only the time without progress counts.</summary>
    internal void StartUpload()
    {
        _uploadStarted = timeProvider.GetTimestamp();
        _isBoundByOperation = false;
        Arm(readTimeout);
    }

    /// <summary>A piece of a large body was sent.</summary>
    internal void UploadProgress() => Arm(readTimeout);

    internal void EndUpload()
    {
        _uploading += timeProvider.GetElapsedTime(_uploadStarted);
        Progress();
    }

    internal void EndAttempt()
    {
        _isUp = IsUp;
        _callerRegistration.Dispose();
        _callerRegistration = default;
        if (!_source.TryReset())
        {
            _source.Dispose();
            _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        }
    }

    /// <summary>Which limit was exceeded; null if none was.</summary>
    internal TimeoutException? FindTimeout(Exception cause)
    {
        if (!_source.IsCancellationRequested)
        {
            return cause is OperationCanceledException { InnerException: TimeoutException }
                ? new TimeoutException($"No connection was made in time ({nameof(ClientOptions.ConnectTimeout)}).", cause)
                : null;
        }

        return Remaining <= TimeSpan.Zero
            ? new TimeoutException($"The operation took longer than {operationTimeout.TotalSeconds:0.###} s ({nameof(ClientOptions.OperationTimeout)}).", cause)
            : new TimeoutException($"Nothing was sent or received for {readTimeout.TotalSeconds:0.###} s ({nameof(ClientOptions.ReadTimeout)}).", cause);
    }

    private void Arm(TimeSpan limit) => _source.CancelAfter(limit);
}
