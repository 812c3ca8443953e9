using System.Net;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Errors;
using S3Gen.Runtime.Http;

namespace S3Gen.Runtime.Pipeline;

/// <summary>A body that broke off, and how the rest of it is asked for.</summary>
/// <param name="origin">Where it came from.</param>
/// <param name="point">What it is.</param>
/// <param name="position">How many of its bytes were handed out.</param>
/// <param name="fault">Why it broke off.</param>
internal sealed class BrokenBody(BodyOrigin origin, ResumePoint point, long position, Exception fault)
{
    private const string RangeHeader = "range";

    internal Operation Operation => origin.Operation;

    internal long Position => position;

    internal Exception Fault => fault;

    /// <summary>How many retries there were, this one included.</summary>
    internal int Retries { get; set; } = origin.Retries + 1;

    /// <summary>Writes the request for the rest.</summary>
    /// <returns>False if it was not a range that the body was of, but some other part, which nobody knows how to ask for.</returns>
    internal bool TryWrite(RequestHead head)
    {
        origin.Operation.WriteAny(origin.Request, head);
        if (point.IsPartial && head.Headers.Find(RangeHeader) is null)
        {
            return false;
        }

        head.Headers.Set("if-match", point.ETag);
        head.Headers.Set(RangeHeader, point.RangeFrom(position));
        return true;
    }

    /// <summary>The response has to be the rest of the same thing.</summary>
    /// <exception cref="ContentChangedException">It is of something else.</exception>
    /// <exception cref="ServiceException">It is something else.</exception>
    internal void Check(HttpResponseMessage message)
    {
        bool isRange = message.StatusCode == HttpStatusCode.PartialContent && ContentRange.TryParse(message, out ContentRange range)
            && range.First == point.First + position && (point.Last ?? range.Last) == range.Last;
        if (!isRange)
        {
            string remark = $"The body broke off after {position} bytes; the service was asked for {point.RangeFrom(position)} and sent something else.";
            throw Operation.Service.CreateException(ErrorParser.Malformed(Operation, message, remark, default));
        }

        if (ResumePoint.FindETag(message) != point.ETag)
        {
            throw new ContentChangedException(ErrorParser.Malformed(Operation, message, Changed, default));
        }
    }

    /// <summary>What a refusal of the rest means.</summary>
    internal Exception Judge(ServiceException refusal) => refusal switch
    {
        { StatusCode: HttpStatusCode.PreconditionFailed } => new ContentChangedException(
            new ServiceErrorDetails
            {
                OperationName = Operation.Name,
                StatusCode = refusal.StatusCode,
                ErrorCode = refusal.ErrorCode,
                Message = refusal.ServiceMessage,
                RequestId = refusal.RequestId,
                HostId = refusal.HostId,
                AttemptCount = refusal.AttemptCount,
                Remark = Changed,
            },
            refusal),
        ServiceConnectionException => GiveUp(refusal.Message),
        _ => refusal,
    };

    /// <summary>The exception of a body that stays broken.</summary>
    internal Exception GiveUp(string reason)
    {
        string message = $"{fault.Message} The rest was not to be had: {reason}";
        return fault is TimeoutException ? new TimeoutException(message, fault) : new HttpIOException(HttpRequestError.ResponseEnded, message, fault);
    }

    private string Changed => $"What was being read has changed since the first of the {position} bytes that were read of it: read it again from the beginning.";
}
