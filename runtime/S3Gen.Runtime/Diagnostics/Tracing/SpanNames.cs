namespace S3Gen.Runtime.Diagnostics;

/// <summary>The spans of an operation.</summary>
internal static class SpanNames
{
    internal const string Operation = "s3.operation";
    internal const string CredentialResolution = "s3.credential_resolution";
    internal const string CredentialProviderPrefix = "s3.credential_provider.";
    internal const string RequestBuild = "s3.request_build";
    internal const string CanonicalRequest = "s3.signing.canonical_request";
    internal const string Signature = "s3.signing.signature";
    internal const string HttpRequest = "s3.http_request";
    internal const string ConnectionAcquire = "s3.connection_acquire";
    internal const string RequestSend = "s3.request_send";
    internal const string ResponseReceive = "s3.response_receive";
    internal const string Retry = "s3.retry";
    internal const string RetryDelay = "s3.retry_delay";
    internal const string ResponseParse = "s3.response_parse";
    internal const string XmlParse = "s3.xml_parse";
}
