namespace S3Gen.Runtime.CodeGen;

/// <summary>
/// The pauses of a waiter as Smithy defines them: random between the shortest and a bound that doubles each time; the last is cut so
/// that one more question fits before time is up.
/// </summary>
internal sealed class WaiterSchedule
{
    private readonly TimeProvider _timeProvider;
    private readonly Func<double> _nextRandom;
    private readonly TimeSpan _minDelay;
    private readonly TimeSpan _maxDelay;
    private readonly long _started;

    /// <exception cref="ArgumentException">The options are faulty.</exception>
    internal WaiterSchedule(TimeSpan minDelay, TimeSpan maxDelay, WaiterOptions options)
    {
        _timeProvider = options.TimeProvider;
        _nextRandom = options.NextRandom;
        _maxDelay = options.MaxDelay ?? maxDelay;
        _minDelay = options.MinDelay ?? (minDelay < _maxDelay ? minDelay : _maxDelay);
        MaxWaitTime = options.MaxWaitTime;
        _started = _timeProvider.GetTimestamp();
        if (_minDelay <= TimeSpan.Zero || _minDelay > _maxDelay || MaxWaitTime <= TimeSpan.Zero)
        {
            throw new ArgumentException(
                $"{nameof(WaiterOptions.MinDelay)} and {nameof(WaiterOptions.MaxWaitTime)} have to be positive, and "
                + $"{nameof(WaiterOptions.MinDelay)} not greater than {nameof(WaiterOptions.MaxDelay)}.",
                nameof(options));
        }
    }

    internal TimeSpan MaxWaitTime { get; }

    /// <summary>How often the service was asked.</summary>
    internal int QuestionCount { get; private set; }

    /// <summary>Chooses the pause after a question; false if time is up.</summary>
    internal bool TryNext(out TimeSpan delay)
    {
        QuestionCount++;
        TimeSpan remaining = MaxWaitTime - _timeProvider.GetElapsedTime(_started);
        if (remaining <= TimeSpan.Zero)
        {
            delay = default;
            return false;
        }

        TimeSpan bound = TimeSpan.FromTicks((long)Math.Min(_minDelay.Ticks * Math.Pow(2, QuestionCount - 1), _maxDelay.Ticks));
        delay = _minDelay + ((bound - _minDelay) * _nextRandom());
        if (remaining - delay <= _minDelay)
        {
            // Rather than leave a rest that is too short for another pause, ask for the last time when time is nearly up.
            delay = remaining - _minDelay;
        }

        return delay > TimeSpan.Zero;
    }
}
