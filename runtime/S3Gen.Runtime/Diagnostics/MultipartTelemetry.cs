using Microsoft.Extensions.Logging;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>Follows multipart uploads by their operations, whoever calls them.</summary>
internal sealed class MultipartTelemetry(MultipartOperations operations, ILogger logger)
{
    internal void Succeeded(ServiceCall call)
    {
        Operation operation = call.Operation;
        string? bucket = call.Request.Bucket;
        if (operation == operations.Part)
        {
            Instruments.PartSize.Record(call.Payload.Length, MetricLabels.Of(bucket));
        }
        else if (operation == operations.Create)
        {
            ActiveMultipartUploads.Began(bucket);
            MultipartLog.Started(logger, bucket, call.Request.GreedyLabel);
        }
        else if (operation == operations.Complete)
        {
            ActiveMultipartUploads.Ended(bucket);
            Instruments.MultipartCompleted.Add(1, MetricLabels.Of(bucket));
            MultipartLog.Completed(logger, bucket, call.Request.GreedyLabel);
        }
        else if (operation == operations.Abort)
        {
            ActiveMultipartUploads.Ended(bucket);
            Instruments.MultipartAborted.Add(1, MetricLabels.Of(bucket));
            MultipartLog.Aborted(logger, bucket, call.Request.GreedyLabel);
        }
    }

    internal void Failed(ServiceCall call, CallError error)
    {
        Operation operation = call.Operation;
        if (operation == operations.Create || operation == operations.Part || operation == operations.Complete || operation == operations.Abort)
        {
            MultipartLog.Failed(logger, operation.SnakeName, call.Request.Bucket, call.Request.GreedyLabel, error.Type);
        }
    }
}
