using S3Gen.Testing.Scripts;

namespace S3Gen.Testing.Http;

/// <summary>A connection that breaks while a request is sent.</summary>
internal sealed class SendingFault
{
    private readonly Func<MockHttpRequest, bool>? _when;
    private readonly Script<object> _script = new();

    internal SendingFault(long bytes, int times, Func<MockHttpRequest, bool>? when)
    {
        Bytes = bytes;
        _when = when;
        _script.Limit(times);
    }

    /// <summary>How many bytes of the body get through.</summary>
    internal long Bytes { get; }

    internal bool TryTake(MockHttpRequest request) => (_when is null || _when(request)) && _script.TryTake(out _);
}
