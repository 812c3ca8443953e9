using Microsoft.Extensions.Logging;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>What is logged of multipart uploads.</summary>
internal static partial class MultipartLog
{
    [LoggerMessage(EventId = 40, Level = LogLevel.Information, Message = "Multipart upload of {key} to bucket {bucket} started")]
    internal static partial void Started(ILogger logger, string? bucket, string? key);

    [LoggerMessage(EventId = 41, Level = LogLevel.Information, Message = "Multipart upload of {key} to bucket {bucket} completed")]
    internal static partial void Completed(ILogger logger, string? bucket, string? key);

    [LoggerMessage(EventId = 42, Level = LogLevel.Information, Message = "Multipart upload of {key} to bucket {bucket} aborted")]
    internal static partial void Aborted(ILogger logger, string? bucket, string? key);

    [LoggerMessage(EventId = 43, Level = LogLevel.Error, Message = "Multipart upload of {key} to bucket {bucket}: {operation} failed ({error_type})")]
    internal static partial void Failed(ILogger logger, string operation, string? bucket, string? key, string error_type);
}
