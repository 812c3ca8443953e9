using Microsoft.Extensions.Logging;

namespace S3Gen.Runtime.Diagnostics;

internal static partial class PipelineLog
{
    [LoggerMessage(
        EventId = 20,
        Level = LogLevel.Error,
        Message = "The circuit of bucket {bucket} at {endpoint} is open after {failures} failures in a row; nothing is sent until {open_until:O}")]
    internal static partial void CircuitOpened(ILogger logger, string? bucket, string endpoint, int failures, DateTimeOffset? open_until);

    [LoggerMessage(EventId = 21, Level = LogLevel.Information, Message = "The circuit of bucket {bucket} at {endpoint} is half-open: some requests are let through")]
    internal static partial void CircuitHalfOpened(ILogger logger, string? bucket, string endpoint);

    [LoggerMessage(EventId = 22, Level = LogLevel.Information, Message = "The circuit of bucket {bucket} at {endpoint} is closed")]
    internal static partial void CircuitClosed(ILogger logger, string? bucket, string endpoint);

    [LoggerMessage(EventId = 24, Level = LogLevel.Debug, Message = "{Operation} has no answer after {DelayMs} ms and is sent a second time")]
    internal static partial void Hedged(ILogger logger, string operation, double delayMs);

    [LoggerMessage(
        EventId = 25,
        Level = LogLevel.Warning,
        Message = "The body of {operation} on bucket {bucket} broke off after {position} bytes ({reason}); the rest is asked for in {delay_ms} ms")]
    internal static partial void Resuming(ILogger logger, string operation, string? bucket, long position, string reason, double delay_ms);

    [LoggerMessage(EventId = 23, Level = LogLevel.Error, Message = "The handler of changes of circuits failed")]
    internal static partial void CircuitHandlerFailed(ILogger logger, Exception exception);
}
