using System.Text;

namespace S3Gen.Testing;

/// <summary>A request that a <see cref="MockHttpTransport"/> was given, signed and as it would have been sent.</summary>
public sealed class MockHttpRequest
{
    internal MockHttpRequest(int index, HttpRequestMessage message)
    {
        Index = index;
        Method = message.Method;
        Uri = message.RequestUri ?? throw new ArgumentException("The request has no address.", nameof(message));
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, System.Net.Http.Headers.HeaderStringValues values) in message.Headers.NonValidated)
        {
            headers[name] = values.ToString();
        }

        foreach ((string name, System.Net.Http.Headers.HeaderStringValues values) in message.Content?.Headers.NonValidated ?? default)
        {
            headers[name] = values.ToString();
        }

        Headers = headers;
    }

    /// <summary>Place among all requests, from 0.</summary>
    public int Index { get; }

    /// <summary>The method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The address. <see cref="Uri.OriginalString"/> is what would have been sent; <see cref="Uri.ToString"/> decodes parts of it.</summary>
    public Uri Uri { get; }

    /// <summary>The headers, by names of any case. The signature is among them.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The beginning of the body, at most as many bytes as the transport keeps.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary><see cref="Body"/> read as UTF-8.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Length of all of the body that was sent, in bytes.</summary>
    public long BodyLength { get; private set; }

    /// <summary>The value of a header; null if it was not sent.</summary>
    /// <param name="name">Its name, in any case.</param>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Method, host and path. The query is left out, since it may hold a signature.</summary>
    public override string ToString() => $"{Method} {Uri.GetLeftPart(UriPartial.Path)}";

    internal void SetBody(byte[] kept, long length)
    {
        Body = kept;
        BodyLength = length;
    }
}
