using Microsoft.Extensions.Logging;

namespace S3Gen.Runtime.Diagnostics;

internal static partial class PipelineLog
{
    [LoggerMessage(
        EventId = 7,
        Level = LogLevel.Information,
        Message = "S3 operation completed: {operation} bucket={bucket} key={key} region={region} request_id={request_id} duration_ms={duration_ms} "
            + "status={status} content_length={content_length} retry_count={retry_count} trace_id={trace_id} span_id={span_id}")]
    internal static partial void Completed(
        ILogger logger,
        string operation,
        string? bucket,
        string? key,
        string region,
        string? request_id,
        double duration_ms,
        int? status,
        long? content_length,
        int retry_count,
        string? trace_id,
        string? span_id);

    [LoggerMessage(
        EventId = 8,
        Level = LogLevel.Warning,
        Message = "{operation} on bucket {bucket} took {duration_ms} ms, longer than {threshold_ms} ms (SlowRequestThreshold); request id {request_id}, {retry_count} retries")]
    internal static partial void Slow(
        ILogger logger, string operation, string? bucket, double duration_ms, double threshold_ms, string? request_id, int retry_count);

    [LoggerMessage(
        EventId = 9,
        Level = LogLevel.Error,
        Message = "{operation} on bucket {bucket} was refused for lack of authentication or authorization ({reason}), request id {request_id}; "
            + "key={key} region={region} status={status} "
            + "duration_ms={duration_ms} retry_count={retry_count} trace_id={trace_id} span_id={span_id}")]
    internal static partial void Refused(
        ILogger logger,
        string operation,
        string? bucket,
        string? reason,
        string? request_id,
        string? key,
        string region,
        int? status,
        double duration_ms,
        int retry_count,
        string? trace_id,
        string? span_id);

    [LoggerMessage(
        EventId = 2,
        Level = LogLevel.Error,
        Message = "{operation} on bucket {bucket} failed after {attempts} attempts ({reason}), request id {request_id}; "
            + "key={key} region={region} status={status} "
            + "duration_ms={duration_ms} retry_count={retry_count} trace_id={trace_id} span_id={span_id}")]
    internal static partial void Failed(
        ILogger logger,
        string operation,
        string? bucket,
        int attempts,
        string reason,
        string? request_id,
        string? key,
        string region,
        int? status,
        double duration_ms,
        int retry_count,
        string? trace_id,
        string? span_id);

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning, Message = "The client's rate limit holds {operation} on bucket {bucket} up")]
    internal static partial void RateLimited(ILogger logger, string operation, string? bucket);

    [LoggerMessage(EventId = 11, Level = LogLevel.Information, Message = "A client of {service} was made for region {region}, endpoint {endpoint}")]
    internal static partial void ClientMade(ILogger logger, string service, string region, string endpoint);

    [LoggerMessage(
        EventId = 12,
        Level = LogLevel.Debug,
        Message = "{operation} on bucket {bucket}: retry {attempt} after {delay_ms} ms; its cost is {cost} tokens of the client's quota")]
    internal static partial void RetryPlanned(ILogger logger, string operation, string? bucket, int attempt, double delay_ms, int cost);
}
