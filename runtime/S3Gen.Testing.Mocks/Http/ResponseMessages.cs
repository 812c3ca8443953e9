using System.Net.Sockets;

namespace S3Gen.Testing.Http;

/// <summary>Responses as messages, with bodies that come as the test wants them to.</summary>
internal static class ResponseMessages
{
    internal static HttpResponseMessage Create(MockHttpResponse response, HttpRequestMessage request, TimeProvider clock)
    {
        HttpResponseMessage message = new(response.Status) { RequestMessage = request, Content = new StreamContent(Body(response, request.Method, clock)) };
        foreach ((string name, string value) in response.Headers)
        {
            // What System.Net.Http counts among the headers of the content, it refuses among the others.
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        long length = response.AnnouncedLength ?? response.Body.Length;
        if (length >= 0 && !message.Content.Headers.Contains("Content-Length"))
        {
            message.Content.Headers.ContentLength = length;
        }

        return message;
    }

    private static MockStream Body(MockHttpResponse response, HttpMethod method, TimeProvider clock)
    {
        // The answer to HEAD has the headers of a body, and none.
        int length = method == HttpMethod.Head ? 0 : response.Body.Length;
        int end = Math.Min(length, response.ResetsAfter ?? response.EndsAfter ?? response.StallsAfter ?? length);
        return new MockStream(response.Body[..end])
        {
            PieceSize = response.PieceSize,
            PieceDelay = response.PieceDelay,
            TimeProvider = clock,
            Stalls = response.StallsAfter is not null,
            Failure = response.ResetsAfter is not null ? new IOException("The connection was reset.", new SocketException((int)SocketError.ConnectionReset))
                : response.EndsAfter is not null && response.AnnouncedLength != -1
                    ? new HttpIOException(HttpRequestError.ResponseEnded, $"The connection was closed after {end} bytes of the response.")
                    : null,
        };
    }
}
