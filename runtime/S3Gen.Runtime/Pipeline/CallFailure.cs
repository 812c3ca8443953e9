using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Pipeline;

/// <summary>Why an attempt failed: an answer that is an error, no answer, or the source of the request's body.</summary>
internal sealed class CallFailure
{
    private CallFailure()
    {
    }

    /// <summary>What the service answered.</summary>
    internal ServiceErrorDetails? Answer { get; private init; }

    /// <summary>Why there was no answer, or what went wrong on the caller's side.</summary>
    internal Exception? Fault { get; private init; }

    /// <summary>Whether the fault is the caller's: it is thrown as it is, and never retried.</summary>
    internal bool IsCallersFault { get; private init; }

    /// <summary>Whether nothing was sent, since what the client itself needs for that did not come in time. The service knows of nothing.</summary>
    internal bool IsBeforeSending { get; private init; }

    /// <summary>Whether another attempt may end better.</summary>
    internal bool IsTransient { get; private init; }

    /// <summary>The failure in a few words, for logs.</summary>
    internal string Reason => Answer is { } answer ? $"{(int)answer.StatusCode} {answer.ErrorCode}" : Fault!.Message;

    internal static CallFailure FromAnswer(ServiceErrorDetails answer, bool isTransient) => new() { Answer = answer, IsTransient = isTransient };

    internal static CallFailure FromTransport(Exception fault) => new() { Fault = fault, IsTransient = true };

    internal static CallFailure BeforeSending(Exception fault) => new() { Fault = fault, IsTransient = true, IsBeforeSending = true };

    internal static CallFailure FromCaller(Exception fault) => new() { Fault = fault, IsCallersFault = true };

    /// <summary>The exception that the operation ends with, where it is not thrown as it is.</summary>
    internal ServiceException ToException(Operation operation, int attempts, string? remark)
    {
        if (Answer is null)
        {
            ServiceErrorDetails details = new() { OperationName = operation.Name, AttemptCount = attempts, Remark = Join(Fault!.Message, remark) };
            return new ServiceConnectionException(details, Fault);
        }

        ServiceErrorDetails ended = Answer.AtEnd(attempts, remark);
        try
        {
            return operation.Service.CreateException(ended);
        }
        catch (ResponseFormatException e)
        {
            // A member that the error has of its own is not what the model says.
            return operation.Service.CreateException(ended.AsMalformed(e.Message));
        }
    }

    private static string? Join(string? first, string? second) => first is null || second is null ? first ?? second : $"{first} {second}";
}
