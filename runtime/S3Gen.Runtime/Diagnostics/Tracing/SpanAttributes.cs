namespace S3Gen.Runtime.Diagnostics;

/// <summary>The attributes of spans.</summary>
internal static class SpanAttributes
{
    internal const string RpcSystem = "rpc.system";
    internal const string RpcService = "rpc.service";
    internal const string RpcMethod = "rpc.method";
    internal const string Region = "aws.region";
    internal const string RequestId = "aws.request_id";
    internal const string Bucket = "s3.bucket";
    internal const string Key = "s3.key";
    internal const string Operation = "s3.operation";
    internal const string HttpMethod = "http.method";
    internal const string HttpUrl = "http.url";
    internal const string HttpStatusCode = "http.status_code";
    internal const string RequestLength = "http.request_content_length";
    internal const string ResponseLength = "http.response_content_length";
    internal const string RetryCount = "retry.count";
    internal const string CircuitState = "circuit_breaker.state";
    internal const string RateLimitRemaining = "rate_limit.remaining";

    /// <summary>Not in the specification: OpenTelemetry's name for what an error is.</summary>
    internal const string ErrorType = "error.type";
}
