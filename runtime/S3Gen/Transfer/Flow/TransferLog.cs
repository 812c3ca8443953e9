using Microsoft.Extensions.Logging;

namespace S3Gen.Transfer.Flow;

/// <summary>What transfers tell those who operate them.</summary>
internal static partial class TransferLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "A part failed and is tried again ({Failure} of {Most}).")]
    internal static partial void PartRetried(ILogger logger, int failure, int most, Exception cause);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "The upload {UploadId} of '{Key}' to bucket '{Bucket}' could not be aborted. Its parts cost storage until it is: abort it, or have a lifecycle rule do so.")]
    internal static partial void UploadLeft(ILogger logger, string uploadId, string key, string bucket, Exception cause);

    [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "Aborted the upload {UploadId} of '{Key}' to bucket '{Bucket}', which an attempt had created whose answer was lost.")]
    internal static partial void LostUploadAborted(ILogger logger, string uploadId, string key, string bucket);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "Whether uploads of '{Key}' to bucket '{Bucket}' were created whose answers were lost could not be found out; a lifecycle rule should abort them.")]
    internal static partial void LostUploadsUnknown(ILogger logger, string key, string bucket, Exception cause);

    [LoggerMessage(EventId = 5, Level = LogLevel.Information, Message = "Upload {UploadId} of '{Key}' to bucket '{Bucket}' goes on with {Parts} parts that are there.")]
    internal static partial void Resumed(ILogger logger, string uploadId, string key, string bucket, int parts);

    [LoggerMessage(EventId = 6, Level = LogLevel.Debug, Message = "The object '{Key}' in bucket '{Bucket}' is not held against its composite {Algorithm}: the service does not tell its parts.")]
    internal static partial void PartsUnknown(ILogger logger, string key, string bucket, string algorithm, Exception? cause);
}
