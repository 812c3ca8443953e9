using System.Net;
using System.Text;
using System.Xml.Linq;

namespace S3Gen.Testing;

/// <summary>A response that a <see cref="MockHttpTransport"/> gives, made anew for each request.</summary>
public sealed class MockHttpResponse
{
    /// <summary>The status. Default: 200.</summary>
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>The headers in order; a name may come more than once. Default: none. <c>Content-Length</c> comes by itself.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body. Default: empty.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What <c>Content-Length</c> says; null (the default) for the truth, -1 for no such header.</summary>
    public long? AnnouncedLength { get; init; }

    /// <summary>The connection is reset after so many bytes of the body; null (the default): it is not.</summary>
    public int? ResetsAfter { get; init; }

    /// <summary>The connection is closed after so many bytes of the body, as if it were over; null (the default): it is not.</summary>
    public int? EndsAfter { get; init; }

    /// <summary>Nothing comes any more after so many bytes of the body; null (the default): all comes.</summary>
    public int? StallsAfter { get; init; }

    /// <summary>Most bytes of the body that come at once. Default: all.</summary>
    public int PieceSize { get; init; } = int.MaxValue;

    /// <summary>The pause before each piece, by the transport's clock. Default: none.</summary>
    public TimeSpan PieceDelay { get; init; }

    /// <summary>A response with text.</summary>
    /// <param name="text">The body, sent in UTF-8.</param>
    /// <param name="status">The status.</param>
    /// <param name="contentType">The media type.</param>
    public static MockHttpResponse Text(string text, HttpStatusCode status = HttpStatusCode.OK, string contentType = "application/xml")
    {
        ArgumentNullException.ThrowIfNull(text);
        return new MockHttpResponse { Status = status, Body = Encoding.UTF8.GetBytes(text), Headers = [new("Content-Type", contentType)] };
    }

    /// <summary>An error as S3 answers it.</summary>
    /// <param name="errorCode">Its code, e.g. <c>SlowDown</c>.</param>
    /// <param name="status">Its status.</param>
    /// <param name="message">Its words.</param>
    /// <param name="headers">Headers besides the request's ids, e.g. <c>Retry-After</c>.</param>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"/>
    public static MockHttpResponse Error(
        string errorCode, HttpStatusCode status, string message = "The mock was told to fail.", params IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        ArgumentException.ThrowIfNullOrEmpty(errorCode);
        XElement document = new("Error", new XElement("Code", errorCode), new XElement("Message", message), new XElement("RequestId", "MOCKREQUESTID"));
        return new MockHttpResponse
        {
            Status = status,
            Headers = [new("Content-Type", "application/xml"), new("x-amz-request-id", "MOCKREQUESTID"), new("x-amz-id-2", "MOCKHOSTID"), .. headers],
            Body = Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting)),
        };
    }
}
