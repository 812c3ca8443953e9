namespace S3Gen.Testing.Scripts;

/// <summary>What happens call by call: steps in order, of which the last is repeated, for as many calls as the limit allows.</summary>
internal sealed class Script<TStep>
    where TStep : class
{
    private readonly Lock _gate = new();
    private readonly List<TStep> _steps = [];
    private int _taken;
    private int? _limit;

    /// <summary>How often a step was taken.</summary>
    internal int Taken
    {
        get
        {
            lock (_gate)
            {
                return _taken;
            }
        }
    }

    internal void Add(TStep step)
    {
        lock (_gate)
        {
            _steps.Add(step);
        }
    }

    internal void Limit(int times)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        lock (_gate)
        {
            _limit = times;
        }
    }

    /// <summary>Takes the next step; null if there are none at all.</summary>
    /// <returns>False where the limit is reached.</returns>
    internal bool TryTake(out TStep? step)
    {
        lock (_gate)
        {
            step = null;
            if (_taken >= _limit)
            {
                return false;
            }

            if (_steps.Count > 0)
            {
                step = _steps[Math.Min(_taken, _steps.Count - 1)];
            }

            _taken++;
            return true;
        }
    }
}
