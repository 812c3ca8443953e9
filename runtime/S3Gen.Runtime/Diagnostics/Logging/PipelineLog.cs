using Microsoft.Extensions.Logging;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>What the pipeline tells a logger. Field names are the specification's. Nothing here is secret: no headers, no URLs with signatures, no contents.</summary>
internal static partial class PipelineLog
{
    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Warning,
        Message = "{operation} on bucket {bucket} failed in attempt {attempt} ({reason}); it is tried again in {delay_ms} ms")]
    internal static partial void Retrying(ILogger logger, string operation, string? bucket, int attempt, string reason, double delay_ms);

    [LoggerMessage(
        EventId = 3,
        Level = LogLevel.Information,
        Message = "Bucket {bucket} is in region {region}, not in {asked}; its requests go to {region} from here on")]
    internal static partial void RegionCorrected(ILogger logger, string bucket, string region, string asked);

    [LoggerMessage(
        EventId = 4,
        Level = LogLevel.Warning,
        Message = "The clock of this machine is {Minutes:F1} min {Direction} that of {Endpoint}; services refuse requests whose time is too far from theirs")]
    internal static partial void ClockSkewed(ILogger logger, string endpoint, double minutes, string direction);

    [LoggerMessage(
        EventId = 5,
        Level = LogLevel.Warning,
        Message = "The session with bucket {bucket} was not renewed and is used until it ends: {reason}")]
    internal static partial void SessionNotRenewed(ILogger logger, string bucket, string reason);

    [LoggerMessage(
        EventId = 6,
        Level = LogLevel.Warning,
        Message = "The presigned {What} is to be valid until {End}, but the credentials that sign it end at {CredentialsEnd}: it ceases to work then")]
    internal static partial void OutlivesCredentials(ILogger logger, string what, string end, string credentialsEnd);
}
