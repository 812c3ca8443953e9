using System.Net;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Http;

namespace S3Gen.Runtime.Errors;

/// <summary>
/// Reads an error: the document <c>&lt;Error&gt;</c>, wrapped in <c>&lt;ErrorResponse&gt;</c> by some services, with the headers for the
/// ids that it lacks. Without a document the status in words is the code.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"/>
internal static class ErrorParser
{
    /// <summary>Whether the body of a success is an error document all the same.</summary>
    internal static bool IsError(ReadOnlySpan<byte> body, ServiceInfo service)
    {
        try
        {
            Utf8XmlReader reader = new(body);
            return reader.TryReadRoot(out ReadOnlySpan<byte> root) && root.SequenceEqual(service.ErrorsWrapped ? "ErrorResponse"u8 : "Error"u8);
        }
        catch (ResponseFormatException)
        {
            // Whatever it is: the operation reads the same bytes, and says what is wrong with them.
            return false;
        }
    }

    internal static ServiceErrorDetails Parse(Operation operation, HttpResponseMessage message, ReadOnlyMemory<byte> body) =>
        Parse(operation, message.StatusCode, ResponseIds.RequestId(message), ResponseIds.HostId(message), ResponseIds.Find(message, "x-amz-bucket-region"), body);

    internal static ServiceErrorDetails Parse(
        Operation operation, HttpStatusCode status, string? requestId, string? hostId, string? region, ReadOnlyMemory<byte> body)
    {
        if (!body.Span.ContainsAnyExcept(" \t\r\n"u8))
        {
            return new ServiceErrorDetails
            {
                OperationName = operation.Name,
                StatusCode = status,
                ErrorCode = StatusText.ToCode((int)status),
                RequestId = requestId,
                HostId = hostId,
                Region = region,
            };
        }

        try
        {
            ErrorDocument document = ErrorDocument.Read(body.Span, operation.Service.ErrorsWrapped);
            return new ServiceErrorDetails
            {
                OperationName = operation.Name,
                StatusCode = status,
                ErrorCode = document.Code ?? StatusText.ToCode((int)status),
                Message = document.Message,
                RequestId = document.RequestId ?? requestId,
                HostId = document.HostId ?? hostId,
                Region = document.Region ?? region,
                Body = body.ToArray(),
            };
        }
        catch (ResponseFormatException e)
        {
            return Malformed(operation, status, requestId, hostId, e.Message, body.Span);
        }
    }

    /// <summary>The details of a response that is not what the protocol says.</summary>
    internal static ServiceErrorDetails Malformed(
        Operation operation, HttpStatusCode status, string? requestId, string? hostId, string remark, ReadOnlySpan<byte> body) => new()
    {
        OperationName = operation.Name,
        StatusCode = status,
        RequestId = requestId,
        HostId = hostId,
        IsMalformed = true,
        Excerpt = ResponseExcerpt.From(body),
        Remark = remark,
    };
}
