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
        EventId = 20,
        Level = LogLevel.Warning,
        Message = "The presigned {What} is to be valid until {End}, but the credentials that sign it end at {CredentialsEnd}: it ceases to work then")]
    internal static partial void OutlivesCredentials(ILogger logger, string what, string end, string credentialsEnd);
}
