using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Sessions;

namespace S3Gen.Runtime.Pipeline.Corrections;

/// <summary>
/// Mends the causes of failures that the answer itself explains: a wrong region, a wrong clock, a session that has ended. An attempt that was mended is repeated
/// at once: it does not count as a retry, and there is no pause, since the service is well and the next request is another one. Each
/// correction is made at most once for a call. A call that succeeds costs a look at the clock, and allocates nothing.
/// </summary>
internal sealed class CallCorrections
{
    private readonly RegionCorrection _region;
    private readonly ClockCorrection _clock;
    private readonly ClockWatch _watch;
    private readonly ClockOffsets _offsets = new();
    private readonly TimeProvider _timeProvider;

    internal CallCorrections(ServiceInfo service, ClientSettings settings, RegionalEndpoints endpoints, ClientPipeline pipeline, ILogger logger)
    {
        _timeProvider = settings.Options.TimeProvider;
        _region = new RegionCorrection(service, settings, endpoints, pipeline, logger);
        _clock = new ClockCorrection(_offsets);
        _watch = new ClockWatch(_timeProvider, logger);
    }

    /// <summary>The sessions with directory buckets; null for a client that has none.</summary>
    internal SessionCache? Sessions { get; set; }

    /// <summary>How far the clock of an endpoint is ahead of the client's; zero unless the endpoint has refused the client's.</summary>
    internal TimeSpan ClockOffsetOf(Endpoint endpoint) => _offsets.Of(endpoint.Authority);

    /// <summary>Before an attempt is signed.</summary>
    internal void OnSending(ServiceCall call)
    {
        call.Corrections.ClockOffset = ClockOffsetOf(call.Endpoint);
        call.Corrections.SentAt = _timeProvider.GetTimestamp();
        call.Corrections.Skew = null;
    }

    /// <summary>When the head of a response is there.</summary>
    internal void OnResponse(ServiceCall call, HttpResponseMessage response) =>
        call.Corrections.Skew = _watch.Look(response, call.Endpoint.Authority, call.Corrections.SentAt);

    /// <summary>Whether the cause of the attempt's failure is mended, so that the attempt is to be repeated.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<bool> TryMendAsync(ServiceCall call, ServiceErrorDetails answer) =>
        call.Clock.Remaining > TimeSpan.Zero
        && !call.CallerToken.IsCancellationRequested
        && (_clock.TryMend(call, answer)
            || SessionCorrection.TryMend(call, answer, Sessions)
            || await _region.TryMendAsync(call, answer).ConfigureAwait(false));
}
