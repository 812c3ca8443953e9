using System.Net;
using Microsoft.Extensions.Logging;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime.Pipeline.Corrections;

/// <summary>
/// Sends a call to the region that its bucket is in. S3 names it in the header <c>x-amz-bucket-region</c> of redirects and refusals and
/// in the <c>Region</c> of an <c>AuthorizationHeaderMalformed</c>; where an answer names none and yet may be about the region, the bucket
/// is asked. The endpoint is resolved anew: a <c>Location</c> or <c>Endpoint</c> is not followed, as no signed request goes to a host
/// that the network named.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html"/>
internal sealed class RegionCorrection
{
    private readonly RegionalEndpoints _endpoints;
    private readonly ClientPipeline _pipeline;
    private readonly RegionProbe _probe;
    private readonly ILogger _logger;
    private readonly string _home;
    private readonly bool _isOff;

    internal RegionCorrection(ServiceInfo service, ClientSettings settings, RegionalEndpoints endpoints, ClientPipeline pipeline, ILogger logger)
    {
        _endpoints = endpoints;
        _pipeline = pipeline;
        _probe = new RegionProbe(service);
        _logger = logger;
        _home = settings.Region;

        // Who names the endpoint says where requests go, whatever region answers there.
        _isOff = settings.EndpointUrl is not null;
    }

    /// <summary>Whether the call now goes to another region than the one that refused it.</summary>
    internal async ValueTask<bool> TryMendAsync(ServiceCall call, ServiceErrorDetails answer)
    {
        if (_isOff || !MayBeWrong(answer) || !HasRegion(call))
        {
            return false;
        }

        string bucket = call.Request.Bucket!;
        string asked = call.Endpoint.SigningRegion;
        string? region = IsOutdated(bucket, asked, answer) ? _home : answer.Region;
        if (region is null && IsWorthAsking(call, answer))
        {
            region = await AskAsync(call, bucket, asked).ConfigureAwait(false);
        }

        if (region is null || region == asked || !RegionName.IsValid(region))
        {
            ForgetIfRedirected(bucket, answer);
            return false;
        }

        return TryMove(call, bucket, asked, region);
    }

    /// <summary>The statuses with which S3 speaks of regions. Others name the region too, and mean something else.</summary>
    private static bool MayBeWrong(ServiceErrorDetails answer) => IsRedirect(answer) || (int)answer.StatusCode is 400 or 403;

    private static bool IsRedirect(ServiceErrorDetails answer) => (int)answer.StatusCode is 301 or 302 or 307 or 308;

    /// <summary>
    /// Access points say their region in their name, multi-region ones have none, and a directory bucket's zone belongs to one region:
    /// the endpoints of these are not signed for as those of plain buckets are.
    /// </summary>
    private static bool HasRegion(ServiceCall call) =>
        call.Request.Bucket is { } bucket
        && !RuleArn.IsMeantByBucket(bucket)
        && call.Endpoint.SigningScheme == SigningScheme.SigV4
        && call.Endpoint.SigningName == call.Operation.Service.SigningName;

    /// <summary>
    /// Whether an answer without a region may be about the region: a redirect, the refusal of a region that has to be opted into, or a
    /// bare 400 to HEAD, which has no body to say more; but no more than once for a bucket, as the latter has other causes too.
    /// </summary>
    private bool IsWorthAsking(ServiceCall call, ServiceErrorDetails answer) =>
        call.Operation is not RegionProbe
        && (IsRedirect(answer)
            || IsRefusedByRegion(answer)
            || (answer.StatusCode == HttpStatusCode.BadRequest && call.Operation.Method == HttpMethod.Head && _endpoints.Regions.Find(call.Request.Bucket) is null));

    /// <summary>
    /// Whether a region that was learned refuses to have the bucket created there: the bucket it was learned of is gone, and the
    /// next one of its name begins in the client's own region.
    /// </summary>
    private bool IsOutdated(string bucket, string asked, ServiceErrorDetails answer) =>
        IsRefusedByRegion(answer) && (answer.Region ?? asked) == asked && asked != _home && _endpoints.Regions.Find(bucket) == asked;

    private static bool IsRefusedByRegion(ServiceErrorDetails answer) => answer.ErrorCode == "IllegalLocationConstraintException";

    private async Task<string?> AskAsync(ServiceCall call, string bucket, string asked)
    {
        TimeSpan remaining = call.Clock.Remaining;
        if (remaining <= TimeSpan.Zero)
        {
            return null;
        }

        using CancellationTokenSource limit = new(remaining == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : remaining, call.Clock.TimeProvider);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, call.CallerToken);
        try
        {
            await _pipeline.InvokeAsync(_probe, bucket, either.Token).ConfigureAwait(false);
        }
        catch (ServiceException)
        {
            // What was asked for is the region. The first failure is the one that the caller is told of.
        }
        catch (OperationCanceledException) when (!call.CallerToken.IsCancellationRequested)
        {
            return null;
        }

        string? found = _endpoints.Regions.Find(bucket);
        if (found is null)
        {
            _endpoints.Regions.Set(bucket, asked);
        }

        return found;
    }

    private bool TryMove(ServiceCall call, string bucket, string asked, string region)
    {
        if (!call.Corrections.TryBegin(Correction.Region))
        {
            // Two regions send to one another: the next call begins anew.
            _endpoints.Regions.Forget(bucket);
            return false;
        }

        _endpoints.Regions.Set(bucket, region);
        if (_logger.IsEnabled(LogLevel.Information))
        {
            PipelineLog.RegionCorrected(_logger, bucket, region, asked);
        }

        if (!call.Payload.CanBeSentAgain)
        {
            call.Corrections.Remark =
                $"Bucket '{bucket}' is in region {region}, and the request went to {asked}; it was not sent again, since its body cannot be read twice. "
                + $"Further calls go to {region}; to spare the detour set {nameof(ClientOptions)}.{nameof(ClientOptions.Region)}.";
            return false;
        }

        return TryResolve(call, bucket) && call.Endpoint.SigningRegion != asked;
    }

    /// <summary>Where the rules know no endpoint in that region, e.g. none with FIPS, what the service said first stands.</summary>
    private bool TryResolve(ServiceCall call, string bucket)
    {
        try
        {
            call.Resolve(_endpoints);
            return true;
        }
        catch (ArgumentException)
        {
            _endpoints.Regions.Forget(bucket);
            return false;
        }
    }

    /// <summary>A redirect away from a region that was learned proves that region wrong, though it does not name the right one.</summary>
    private void ForgetIfRedirected(string bucket, ServiceErrorDetails answer)
    {
        if (IsRedirect(answer))
        {
            _endpoints.Regions.Forget(bucket);
        }
    }
}
