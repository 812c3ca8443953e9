using Microsoft.Extensions.Logging;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>What is logged of the exchange itself. Everything has gone through <see cref="Redaction"/>; contents of objects are never logged.</summary>
internal static partial class WireLog
{
    [LoggerMessage(EventId = 50, Level = LogLevel.Debug, Message = "> {method} {url}{headers}")]
    internal static partial void Request(ILogger logger, string method, string url, string headers);

    [LoggerMessage(EventId = 51, Level = LogLevel.Debug, Message = "< {status} {operation}{headers}")]
    internal static partial void Response(ILogger logger, int status, string operation, string headers);

    [LoggerMessage(EventId = 52, Level = LogLevel.Debug, Message = "Connection to {host} opened; {open} are open")]
    internal static partial void Opened(ILogger logger, string host, int open);

    [LoggerMessage(EventId = 53, Level = LogLevel.Debug, Message = "Connection to {host} closed; {open} are open")]
    internal static partial void Closed(ILogger logger, string host, int open);

    [LoggerMessage(EventId = 60, Level = LogLevel.Trace, Message = "> body of {operation}, {length} bytes: {body}")]
    internal static partial void RequestBody(ILogger logger, string operation, int length, string body);

    [LoggerMessage(EventId = 61, Level = LogLevel.Trace, Message = "< body of {operation}, {length} bytes: {body}")]
    internal static partial void ResponseBody(ILogger logger, string operation, int length, string body);

    [LoggerMessage(
        EventId = 62,
        Level = LogLevel.Trace,
        Message = "Signed {operation} with {scheme} for {service} in {region} at {date}; headers {signed_headers}, payload {payload_hash}")]
    internal static partial void Signed(
        ILogger logger, string operation, SigningScheme scheme, string service, string region, string? date, string signed_headers, string? payload_hash);

    [LoggerMessage(EventId = 63, Level = LogLevel.Trace, Message = "Parsed {length} bytes of XML of {operation}")]
    internal static partial void Parsed(ILogger logger, string operation, int length);
}
