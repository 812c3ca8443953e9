using System.Collections.Concurrent;

namespace S3Gen.Runtime.Pipeline.Corrections;

/// <summary>How far the clocks of endpoints are ahead of the client's. When there are too many all are forgotten.</summary>
internal sealed class ClockOffsets
{
    private const int Capacity = 1024;

    private readonly ConcurrentDictionary<string, TimeSpan> _offsets = new(StringComparer.Ordinal);
    private volatile bool _isUsed;

    /// <summary>Zero for all endpoints that are not known to differ; as long as none is, it costs a flag.</summary>
    internal TimeSpan Of(string authority) => _isUsed && _offsets.TryGetValue(authority, out TimeSpan offset) ? offset : TimeSpan.Zero;

    internal void Set(string authority, TimeSpan offset)
    {
        if (_offsets.Count >= Capacity && !_offsets.ContainsKey(authority))
        {
            _offsets.Clear();
        }

        _offsets[authority] = offset;
        _isUsed = true;
    }

    internal void Clear(string authority) => _offsets.TryRemove(authority, out _);
}
