using System.Net;
using System.Net.Sockets;
using S3Gen.Runtime;

namespace S3Gen.Testing.Clients;

/// <summary>Exceptions as a client throws them.</summary>
internal static class MockFailure
{
    /// <summary>The answer of a service.</summary>
    internal static ServiceErrorDetails Answer(string operation, HttpStatusCode status, string code, string? message) => new()
    {
        OperationName = operation,
        StatusCode = status,
        ErrorCode = code,
        Message = message ?? "The mock was told to fail.",
        RequestId = "MOCKREQUESTID",
        HostId = "MOCKHOSTID",
        AttemptCount = 1,
    };

    internal static ServiceConnectionException Refused(string operation)
    {
        HttpRequestException cause = new(HttpRequestError.ConnectionError, "The connection was refused.", new SocketException((int)SocketError.ConnectionRefused));
        return NoAnswer(operation, cause);
    }

    internal static ServiceConnectionException TimedOut(string operation) =>
        NoAnswer(operation, new TimeoutException("The mock was told to run out of time."));

    private static ServiceConnectionException NoAnswer(string operation, Exception cause) =>
        new(new ServiceErrorDetails { OperationName = operation, Message = cause.Message, AttemptCount = 1 }, cause);
}
