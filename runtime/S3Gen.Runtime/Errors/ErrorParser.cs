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

    /// <summary>Reads the answer whose error it is.</summary>
    internal static ServiceErrorDetails Parse(
        Operation operation, HttpStatusCode status, IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body)
    {
        ServiceErrorDetails answer = new() { OperationName = operation.Name, StatusCode = status, Headers = headers };
        ErrorDocument document = default;
        bool isEmpty = !body.Span.ContainsAnyExcept(" \t\r\n"u8);
        if (!isEmpty)
        {
            try
            {
                document = ErrorDocument.Read(body.Span, operation.Service.ErrorsWrapped);
            }
            catch (ResponseFormatException e)
            {
                return Malformed(answer, e.Message, body.Span);
            }
        }

        return new ServiceErrorDetails
        {
            OperationName = operation.Name,
            StatusCode = status,
            ErrorCode = document.Code ?? StatusText.ToCode((int)status),
            Message = document.Message,
            RequestId = document.RequestId ?? ResponseIds.RequestId(answer),
            HostId = document.HostId ?? ResponseIds.HostId(answer),
            Region = document.Region ?? answer.FindHeader("x-amz-bucket-region"),
            Body = isEmpty ? default : body.ToArray(),
            Headers = headers,
        };
    }

    /// <summary>The details of a response that is not what the protocol says.</summary>
    internal static ServiceErrorDetails Malformed(Operation operation, HttpResponseMessage message, string remark, ReadOnlySpan<byte> body) => Malformed(
        new ServiceErrorDetails { OperationName = operation.Name, StatusCode = message.StatusCode, Headers = ResponseHeaders.Copy(message) }, remark, body);

    private static ServiceErrorDetails Malformed(ServiceErrorDetails answer, string remark, ReadOnlySpan<byte> body) => new()
    {
        OperationName = answer.OperationName,
        StatusCode = answer.StatusCode,
        RequestId = ResponseIds.RequestId(answer),
        HostId = ResponseIds.HostId(answer),
        IsMalformed = true,
        Excerpt = ResponseExcerpt.From(body),
        Remark = remark,
        Headers = answer.Headers,
    };
}
