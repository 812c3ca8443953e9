namespace S3Gen.Runtime.Resilience.CircuitBreaker;

/// <summary>
/// The circuit of one bucket at one endpoint. It opens after a number of failures in a row, lets trials through when its time is
/// over, and closes when all of them succeed. A circuit that is closed, and stays so, takes no lock.
/// </summary>
internal sealed class Circuit(CircuitKey key, CircuitOptions options)
{
    private readonly Lock _lock = new();
    private volatile CircuitState _state;
    private volatile int _failures;

    /// <summary>Grows with each change of state: attempts from before a change have no say after it.</summary>
    private volatile int _period;
    private int _runningTrials;
    private int _goodTrials;
    private long _opened;

    internal CircuitKey Key => key;

    internal CircuitState State => _state;

    /// <summary>Whether an attempt would be refused now, whatever trials there are.</summary>
    internal bool IsOpen => _state == CircuitState.Open && RemainingOpen > TimeSpan.Zero;

    /// <summary>Whether it may be forgotten: it knows nothing.</summary>
    internal bool IsIdle => _state == CircuitState.Closed && _failures == 0;

    internal CircuitStatus Status
    {
        get
        {
            lock (_lock)
            {
                return Describe();
            }
        }
    }

    private TimeSpan RemainingOpen => options.ResetTimeout - options.TimeProvider.GetElapsedTime(Volatile.Read(ref _opened));

    /// <summary>Asks for an attempt to be let through.</summary>
    /// <param name="period">What <see cref="Leave"/> has to be told.</param>
    internal bool TryEnter(out int period)
    {
        period = _period;
        return _state == CircuitState.Closed || TryEnterTrial(out period);
    }

    /// <summary>Tells how an attempt ended that was let through.</summary>
    internal void Leave(int period, CircuitVerdict verdict)
    {
        if (verdict == CircuitVerdict.Unhealthy || _failures != 0 || _state != CircuitState.Closed)
        {
            CircuitStatus? change;
            lock (_lock)
            {
                change = period == _period ? Count(verdict) : null;
            }

            Tell(change);
        }
    }

    private bool TryEnterTrial(out int period)
    {
        CircuitStatus? change = null;
        bool isLetThrough;
        lock (_lock)
        {
            if (_state == CircuitState.Open && RemainingOpen <= TimeSpan.Zero)
            {
                change = Become(CircuitState.HalfOpen);
            }

            isLetThrough = _state == CircuitState.Closed || (_state == CircuitState.HalfOpen && _runningTrials + _goodTrials < options.Trials);
            _runningTrials += isLetThrough && _state == CircuitState.HalfOpen ? 1 : 0;
            period = _period;
        }

        Tell(change);
        return isLetThrough;
    }

    private CircuitStatus? Count(CircuitVerdict verdict)
    {
        bool isTrial = _state == CircuitState.HalfOpen;
        _runningTrials -= isTrial ? 1 : 0;
        switch (verdict)
        {
            case CircuitVerdict.Unhealthy:
                _failures++;
                return isTrial || _failures >= options.Threshold ? Become(CircuitState.Open) : null;
            case CircuitVerdict.Healthy when isTrial:
                return ++_goodTrials == options.Trials ? Become(CircuitState.Closed) : null;
            case CircuitVerdict.Healthy:
                _failures = 0;
                return null;
            default:
                return null;
        }
    }

    private CircuitStatus Become(CircuitState state)
    {
        _period++;
        _runningTrials = 0;
        _goodTrials = 0;
        if (state == CircuitState.Open)
        {
            Volatile.Write(ref _opened, options.TimeProvider.GetTimestamp());
        }
        else if (state == CircuitState.Closed)
        {
            _failures = 0;
        }

        _state = state;
        return Describe();
    }

    private CircuitStatus Describe() => new()
    {
        Endpoint = key.Endpoint,
        Bucket = key.Bucket,
        State = _state,
        ConsecutiveFailures = _failures,
        OpenUntil = _state == CircuitState.Open ? options.TimeProvider.GetUtcNow() + RemainingOpen : null,
    };

    private void Tell(CircuitStatus? change)
    {
        if (change is not null)
        {
            options.OnChanged(change);
        }
    }
}
