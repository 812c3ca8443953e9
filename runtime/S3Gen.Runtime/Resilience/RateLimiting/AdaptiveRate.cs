namespace S3Gen.Runtime.Resilience.RateLimiting;

/// <summary>
/// The rate that a service seems to bear, as the adaptive mode of AWS's SDKs finds it: there is no limit until the service asks to slow
/// down; then the client sends seven tenths of what it sent, and more and more along a cubic curve that is flat around the rate that
/// was too much. It never allows more than twice what is really sent.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"/>
internal sealed class AdaptiveRate(TimeProvider timeProvider)
{
    private const double LeastRate = 0.5;
    private const double LeastCapacity = 1;
    private const double Smoothing = 0.8;
    private const double Cut = 0.7;
    private const double Growth = 0.4;

    private readonly Lock _lock = new();
    private readonly long _origin = timeProvider.GetTimestamp();
    private bool _isLimited;
    private double _rate;
    private double _tokens;
    private double _filledAt;
    private double _measuredRate;
    private double _measuredAt;
    private int _sent;
    private double _rateThatWasTooMuch;
    private double _slowedAt;

    /// <summary>Attempts per second; null while there is no limit.</summary>
    internal double? Current
    {
        get
        {
            lock (_lock)
            {
                return _isLimited ? _rate : null;
            }
        }
    }

    private double Now => timeProvider.GetElapsedTime(_origin).TotalSeconds;

    /// <summary>Takes the next turn, if it comes soon enough.</summary>
    /// <param name="limit">How long the attempt can wait.</param>
    /// <param name="wait">How long it has to wait.</param>
    /// <returns>False if the wait is too long; then no turn is taken.</returns>
    internal bool TryTake(TimeSpan limit, out TimeSpan wait)
    {
        lock (_lock)
        {
            wait = TimeSpan.Zero;
            if (!_isLimited)
            {
                return true;
            }

            Fill(Now);
            wait = _tokens >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - _tokens) / _rate);
            if (wait > TimeSpan.Zero && wait >= limit)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }

    /// <summary>Learns from the end of an attempt.</summary>
    /// <param name="isThrottled">The service asked to slow down.</param>
    internal void Report(bool isThrottled)
    {
        lock (_lock)
        {
            double now = Now;
            Measure(now);
            if (isThrottled)
            {
                _rateThatWasTooMuch = _isLimited ? Math.Min(_measuredRate, _rate) : _measuredRate;
                _slowedAt = now;
                _isLimited = true;
                Limit(_rateThatWasTooMuch * Cut, now);
            }
            else if (_isLimited)
            {
                double flat = Math.Cbrt(_rateThatWasTooMuch * (1 - Cut) / Growth);
                Limit((Growth * Math.Pow(now - _slowedAt - flat, 3)) + _rateThatWasTooMuch, now);
            }
        }
    }

    /// <summary>Counts attempts in half seconds, and smooths what comes out.</summary>
    private void Measure(double now)
    {
        double half = Math.Floor(now * 2) / 2;
        _sent++;
        if (half > _measuredAt)
        {
            _measuredRate = (_sent / (half - _measuredAt) * Smoothing) + (_measuredRate * (1 - Smoothing));
            _sent = 0;
            _measuredAt = half;
        }
    }

    private void Limit(double rate, double now)
    {
        Fill(now);
        _rate = Math.Max(Math.Min(rate, 2 * _measuredRate), LeastRate);
        _tokens = Math.Min(_tokens, Math.Max(_rate, LeastCapacity));
    }

    private void Fill(double now)
    {
        _tokens = Math.Min(Math.Max(_rate, LeastCapacity), _tokens + ((now - _filledAt) * _rate));
        _filledAt = now;
    }
}
