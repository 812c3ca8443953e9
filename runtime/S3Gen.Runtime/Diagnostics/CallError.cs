using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>What went wrong, in one word for labels and in a few for people. The service's own message is not among them: it may repeat what is secret.</summary>
internal readonly record struct CallError(string Type, string? Description)
{
    internal const string Canceled = "canceled";

    internal bool IsCanceled => Type == Canceled;

    internal static CallError Of(CallFailure failure) => failure.Answer is { } answer
        ? new(answer.IsMalformed ? "malformed_response" : answer.ErrorCode ?? "unknown", failure.Reason)
        : OfException(failure.Fault!);

    /// <summary>Of the exception that ends a call.</summary>
    internal static CallError Of(ServiceCall call, Exception exception) => call.Failure is { Answer: not null } failure && exception is ServiceException
        ? Of(failure)
        : OfException(exception);

    private static CallError OfException(Exception exception) => exception switch
    {
        OperationCanceledException => new(Canceled, null),
        CircuitOpenException => new("circuit_open", exception.Message),
        RateLimitExceededException => new("rate_limited", exception.Message),
        CredentialsException => new("credentials", exception.Message),
        TimeoutException => new("timeout", exception.Message),
        ServiceConnectionException { InnerException: TimeoutException } => new("timeout", exception.Message),
        HttpRequestException or IOException or System.Net.Sockets.SocketException or ServiceConnectionException => new("connection", exception.Message),
        ServiceException { IsMalformedResponse: true } => new("malformed_response", null),
        ServiceException service => new(service.ErrorCode ?? "unknown", null),
        ArgumentException => new("invalid_request", null),
        _ => new(exception.GetType().Name, null),
    };
}
