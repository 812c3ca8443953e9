using System.Net.Sockets;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Errors;
using S3Gen.Runtime.Http;

namespace S3Gen.Runtime.Pipeline;

/// <summary>Says what an exception means that ended an attempt.</summary>
internal static class AttemptFailures
{
    /// <summary>Null if it is no failure of the attempt: the caller has canceled, or it is a defect.</summary>
    internal static CallFailure? Find(ServiceCall call, HttpRequestMessage? message, Exception exception)
    {
        if (call.CallerToken.IsCancellationRequested)
        {
            return null;
        }

        if (message?.Content is RequestContent { SourceFault: { } fault })
        {
            return CallFailure.FromCaller(fault);
        }

        if (exception is OperationCanceledException canceled)
        {
            return FindEndOfWait(call, message, canceled);
        }

        return message is null ? FindInCredentials(exception) : exception switch
        {
            ResponseFormatException => CallFailure.FromAnswer(Describe(call, exception), isTransient: false),
            HttpRequestException or IOException or SocketException or TimeoutException => CallFailure.FromTransport(call.Clock.FindTimeout(exception) ?? exception),
            _ => null,
        };
    }

    /// <summary>What had not come when time was up: an answer, or what the client itself needs to ask for one.</summary>
    private static CallFailure FindEndOfWait(ServiceCall call, HttpRequestMessage? message, OperationCanceledException canceled)
    {
        TimeoutException? limit = call.Clock.FindTimeout(canceled);
        string? missing = message switch
        {
            null => "There were no credentials yet.",
            AttemptRequest { HasConnection: false } when call.Connection is { IsFull: true } host =>
                $"All {host.Limit} connections to the host are in use ({nameof(ClientOptions.MaxConnections)}); "
                + "a response whose body is a stream holds one until it is read to its end or disposed.",
            _ => null,
        };
        return limit is null || missing is null
            ? CallFailure.FromTransport((Exception?)limit ?? canceled)
            : CallFailure.BeforeSending(new TimeoutException($"{limit.Message} {missing}", canceled));
    }

    /// <summary>The exception for a response that came and cannot be used.</summary>
    internal static ServiceErrorDetails Describe(ServiceCall call, Exception exception) =>
        ErrorParser.Malformed(call.Operation, call.ResponseMessage!, exception.Message, call.Buffer.Written.Span);

    private static CallFailure? FindInCredentials(Exception exception) => exception switch
    {
        ServiceException => CallFailure.FromCaller(exception),
        ArgumentException => null,
        _ => CallFailure.FromCaller(new CredentialsException($"the provider failed: {exception.Message}", exception)),
    };
}
