using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Diagnostics;
using S3Gen.Runtime.Errors;
using S3Gen.Runtime.Pipeline;
using S3Gen.Runtime.Resilience;
using S3Gen.Runtime.Streaming;

namespace S3Gen.Runtime.Http;

/// <summary>Takes in what an attempt got: tells success from error and reads what has to be read within the attempt.</summary>
internal static class ResponseReceiver
{
    /// <summary>Longest error document that is read.</summary>
    private const int MaxErrorLength = 1024 * 1024;

    /// <summary>How far an announced length is trusted before the bytes are there.</summary>
    private const int MaxExpectedLength = 1024 * 1024;

    internal static ValueTask ReceiveAsync(ServiceCall call, HttpResponseMessage message)
    {
        call.ResponseMessage = message;
        bool isSuccess = message.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices;
        if (!isSuccess)
        {
            return ReceiveErrorAsync(call, message);
        }

        if (call.Operation.ResponseBody is ResponseBodyKind.Stream or ResponseBodyKind.ResumableStream)
        {
            return ReceiveStreamAsync(call, message);
        }

        bool isBuffered = call.Operation.ResponseBody == ResponseBodyKind.Buffered || (call.Operation.Flags & OperationFlags.ErrorInSuccess) != 0;
        if (isBuffered && message.Content.Headers.ContentLength != 0)
        {
            return ReceiveBufferedAsync(call, message);
        }

        call.Response.Set(message, default, null);
        return ValueTask.CompletedTask;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask ReceiveStreamAsync(ServiceCall call, HttpResponseMessage message)
    {
        Stream content = await message.Content.ReadAsStreamAsync(call.Clock.Token).ConfigureAwait(false);
        call.Response.Set(message, default, new ResponseStream(message, content, call.Clock.ReadTimeout, call.Clock.TimeProvider)
        {
            Connection = call.HandOverConnection(),
            Verification = BodyVerification.Of(call, message),
        });
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask ReceiveBufferedAsync(ServiceCall call, HttpResponseMessage message)
    {
        await ReadAsync(call, message, ResponseBuffer.MaxLength).ConfigureAwait(false);
        ReadOnlyMemory<byte> body = call.Buffer.Written;
        if ((call.Operation.Flags & OperationFlags.ErrorInSuccess) != 0 && ErrorParser.IsError(body.Span, call.Operation.Service))
        {
            Fail(call, message, body);
            return;
        }

        call.Response.Set(message, body, null);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask ReceiveErrorAsync(ServiceCall call, HttpResponseMessage message)
    {
        if (call.Operation.Method != HttpMethod.Head && message.Content.Headers.ContentLength != 0)
        {
            await ReadAsync(call, message, MaxErrorLength).ConfigureAwait(false);
        }

        Fail(call, message, call.Buffer.Written);
    }

    private static void Fail(ServiceCall call, HttpResponseMessage message, ReadOnlyMemory<byte> body)
    {
        ServiceErrorDetails details = ErrorParser.Parse(call.Operation, message.StatusCode, ResponseHeaders.Copy(message), body);
        call.Fail(CallFailure.FromAnswer(details, TransientErrors.Contains(details)));
        call.ReleaseResponse();
    }

    /// <summary>Reads the body into the call's buffer.</summary>
    /// <exception cref="IOException">It is cut short, or longer than the limit.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask ReadAsync(ServiceCall call, HttpResponseMessage message, int limit)
    {
        long? announced = message.Content.Headers.ContentLength;
        if (announced is { } length)
        {
            call.Buffer.Expect(Math.Min(length, MaxExpectedLength));
        }

        Stream content = await message.Content.ReadAsStreamAsync(call.Clock.Token).ConfigureAwait(false);
        while (call.Buffer.Written.Length < limit)
        {
            int read = await content.ReadAsync(call.Buffer.GetRoom(), call.Clock.Token).ConfigureAwait(false);
            if (read == 0)
            {
                ThrowIfShort(call.Buffer.Written.Length, announced);
                LogBody(call);
                return;
            }

            call.Buffer.Advance(read);
            call.Clock.Progress();
        }

        throw new ResponseFormatException($"The body is longer than {limit} bytes.");
    }

    private static void LogBody(ServiceCall call)
    {
        if (call.BodyLog.IsEnabled(LogLevel.Trace))
        {
            ReadOnlyMemory<byte> body = call.Buffer.Written;
            WireLog.ResponseBody(call.BodyLog, call.Operation.Name, body.Length, WireText.Document(body.Span));
        }
    }

    private static void ThrowIfShort(int length, long? announced)
    {
        if (length < announced)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, $"The response ended after {length} of {announced} bytes.");
        }
    }
}
