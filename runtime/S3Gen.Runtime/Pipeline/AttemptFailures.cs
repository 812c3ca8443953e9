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
            return CallFailure.FromTransport((Exception?)call.Clock.FindTimeout(canceled) ?? canceled);
        }

        return message is null ? FindInCredentials(exception) : exception switch
        {
            ResponseFormatException => CallFailure.FromAnswer(Describe(call, exception), isTransient: false),
            HttpRequestException or IOException or SocketException or TimeoutException => CallFailure.FromTransport(call.Clock.FindTimeout(exception) ?? exception),
            _ => null,
        };
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
