using Microsoft.Extensions.Logging;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>What the pipeline tells a logger. Nothing here is secret: no headers, no URLs with signatures, no contents.</summary>
internal static partial class PipelineLog
{
    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Warning,
        Message = "{Operation} on bucket {Bucket} failed in attempt {Attempt} ({Reason}); it is tried again in {DelayMs} ms")]
    internal static partial void Retrying(ILogger logger, string operation, string? bucket, int attempt, string reason, double delayMs);

    [LoggerMessage(
        EventId = 2,
        Level = LogLevel.Error,
        Message = "{Operation} on bucket {Bucket} failed after {Attempts} attempts ({Reason}), request id {RequestId}")]
    internal static partial void Failed(ILogger logger, string operation, string? bucket, int attempts, string reason, string? requestId);

    [LoggerMessage(
        EventId = 3,
        Level = LogLevel.Information,
        Message = "Bucket {Bucket} is in region {Region}, not in {Asked}; its requests go to {Region} from here on")]
    internal static partial void RegionCorrected(ILogger logger, string bucket, string region, string asked);

    [LoggerMessage(
        EventId = 4,
        Level = LogLevel.Warning,
        Message = "The clock of this machine is {Minutes:F1} min {Direction} that of {Endpoint}; services refuse requests whose time is too far from theirs")]
    internal static partial void ClockSkewed(ILogger logger, string endpoint, double minutes, string direction);

    [LoggerMessage(
        EventId = 5,
        Level = LogLevel.Warning,
        Message = "The session with bucket {Bucket} was not renewed and is used until it ends: {Reason}")]
    internal static partial void SessionNotRenewed(ILogger logger, string bucket, string reason);

    [LoggerMessage(
        EventId = 6,
        Level = LogLevel.Warning,
        Message = "The presigned {What} is to be valid until {End}, but the credentials that sign it end at {CredentialsEnd}: it ceases to work then")]
    internal static partial void OutlivesCredentials(ILogger logger, string what, string end, string credentialsEnd);
}
