using System.Collections.Concurrent;
using S3Gen.Runtime.Resilience;

namespace S3Gen.Runtime.Pipeline;

/// <summary>Keeps calls for reuse: one in a field for the usual case, some more in a queue.</summary>
internal sealed class ServiceCallPool(TimeProvider timeProvider, TimeSpan operationTimeout, TimeSpan readTimeout, Func<Guid>? newGuid = null)
{
    private const int Capacity = 256;

    private readonly ConcurrentQueue<ServiceCall> _calls = new();
    private ServiceCall? _last;
    private int _count;

    internal ServiceCall Rent()
    {
        ServiceCall? call = _last;
        if (call is not null && Interlocked.CompareExchange(ref _last, null, call) == call)
        {
            return call;
        }

        if (_calls.TryDequeue(out call))
        {
            Interlocked.Decrement(ref _count);
            return call;
        }

        return new ServiceCall(new CallClock(timeProvider, operationTimeout, readTimeout), newGuid);
    }

    internal void Return(ServiceCall call)
    {
        call.Reset();
        if (_last is null && Interlocked.CompareExchange(ref _last, call, null) is null)
        {
            return;
        }

        if (Interlocked.Increment(ref _count) <= Capacity)
        {
            _calls.Enqueue(call);
        }
        else
        {
            Interlocked.Decrement(ref _count);
        }
    }
}
