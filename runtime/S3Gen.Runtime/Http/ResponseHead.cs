using System.ComponentModel;
using System.Net;
using System.Net.Http.Headers;
using S3Gen.Runtime.Errors;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Streaming;

namespace S3Gen.Runtime.CodeGen;

/// <summary>What an operation reads its response from: status, headers and body. It is pooled; nobody may keep it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResponseHead
{
    private HttpResponseMessage? _message;
    private ReadOnlyMemory<byte> _body;
    private ResponseStream? _stream;
    private bool _isBodyTaken;

    internal ResponseHead()
    {
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; private set; }

    /// <summary>The whole body, where the operation's responses are buffered; it is valid while the response is being read.</summary>
    public ReadOnlySpan<byte> Body => _body.Span;

    /// <summary>Whether <see cref="TakeBody"/> has made somebody else the owner of the connection.</summary>
    internal bool IsBodyTaken => _isBodyTaken;

    /// <summary>The body, where the operation's responses are streamed.</summary>
    internal ResponseStream? Stream => _stream;

    private HttpResponseMessage Message => _message ?? throw new InvalidOperationException("There is no response.");

    /// <summary>Takes the body, where the operation's responses are streamed. Whoever takes it disposes it;
    /// <see cref="Complete{T}"/> makes the response object do so.</summary>
    /// <exception cref="InvalidOperationException">The body is not streamed, or was taken before.</exception>
    public Stream TakeBody()
    {
        if (_stream is null || _isBodyTaken)
        {
            throw new InvalidOperationException("The body is not streamed, or was taken before.");
        }

        _isBodyTaken = true;
        return _stream;
    }

    /// <summary>
    /// Refuses a response that announces XML and carries none: a success that was cut off before it turned out to be one. Stores that
    /// answer with nothing announce nothing.
    /// </summary>
    /// <exception cref="ResponseFormatException">There is no body.</exception>
    public void RequireAnnouncedBody()
    {
        if (Message.Content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues type)
            && type.ToString().Contains("xml", StringComparison.OrdinalIgnoreCase))
        {
            RequireBody();
        }
    }

    /// <summary>
    /// Opens the body as an XML document. Its root has the name that the model says; stores other than AWS also name it after the
    /// operation, with the suffix <c>Response</c> or <c>Result</c>. Anything else is not what was asked for.
    /// </summary>
    /// <param name="operation">The operation that the response answers.</param>
    /// <param name="root">The root's name in the model.</param>
    /// <returns>A reader whose next child is the first member.</returns>
    /// <exception cref="ResponseFormatException">The body is no XML, or has another root.</exception>
    public Utf8XmlReader OpenXml(Operation operation, ReadOnlySpan<byte> root)
    {
        ArgumentNullException.ThrowIfNull(operation);
        Utf8XmlReader reader = new(Body);
        if (!reader.TryReadRoot(out ReadOnlySpan<byte> name) || !(name.SequenceEqual(root) || IsNamedAfter(name, operation.Name)))
        {
            throw new ResponseFormatException($"The XML document's root element is not <{System.Text.Encoding.UTF8.GetString(root)}>.");
        }

        return reader;
    }

    /// <summary>Opens the body as a stream of events.</summary>
    /// <typeparam name="T">The union of the events.</typeparam>
    /// <param name="operation">The operation that the response answers.</param>
    /// <param name="read">Makes an event of a message.</param>
    /// <param name="finalEvent">The event without which the stream has been cut short; null if there is none.</param>
    public EventStream<T> OpenEventStream<T>(Operation operation, EventReader<T> read, string? finalEvent)
    {
        ArgumentNullException.ThrowIfNull(operation);
        HttpResponseMessage message = Message;
        return new EventStream<T>(TakeBody(), new EventStreamOptions<T>
        {
            ReadEvent = read,
            TerminalEvent = finalEvent,
            CreateServiceException = (code, text) => operation.Service.CreateException(new ServiceErrorDetails
            {
                OperationName = operation.Name,
                StatusCode = message.StatusCode,
                ErrorCode = code,
                Message = text,
                RequestId = ResponseIds.RequestId(message),
                HostId = ResponseIds.HostId(message),
                Headers = ResponseHeaders.Copy(message),
            }),
            CreateFormatException = fault => operation.Service.CreateException(ErrorParser.Malformed(operation, message, fault.Message, default)),
        });
    }

    /// <summary>Enumerates the headers, those of the content included.</summary>
    public ResponseHeaderEnumerator GetEnumerator() => new(Message);

    /// <summary>Sets what all responses carry, and makes a streaming one the owner of the body that was taken.</summary>
    /// <typeparam name="T">The response's type.</typeparam>
    /// <param name="response">The response.</param>
    public T Complete<T>(T response)
        where T : ServiceResponse
    {
        ArgumentNullException.ThrowIfNull(response);
        response.SetFacts((HttpStatusCode)StatusCode, ResponseIds.RequestId(Message), ResponseIds.HostId(Message));
        if (_isBodyTaken && response is StreamingServiceResponse streaming)
        {
            streaming.OwnedBody = _stream;
        }

        return response;
    }

    /// <summary>Refuses a body that is empty, or white space only, where the protocol demands a document.</summary>
    /// <exception cref="ResponseFormatException">There is no body.</exception>
    public void RequireBody()
    {
        if (!_body.Span.ContainsAnyExcept(" \t\r\n"u8))
        {
            throw new ResponseFormatException("The body is empty where XML was due.");
        }
    }

    private static bool IsNamedAfter(ReadOnlySpan<byte> name, string operation) =>
        name.Length > operation.Length
        && System.Text.Ascii.Equals(name[..operation.Length], operation)
        && (name[operation.Length..].SequenceEqual("Response"u8) || name[operation.Length..].SequenceEqual("Result"u8));

    internal void Set(HttpResponseMessage message, ReadOnlyMemory<byte> body, ResponseStream? stream)
    {
        StatusCode = (int)message.StatusCode;
        _message = message;
        _body = body;
        _stream = stream;
        _isBodyTaken = false;
    }

    /// <summary>Nobody is going to read the body.</summary>
    internal void CloseStream() => _stream?.Dispose();

    internal void Reset()
    {
        StatusCode = 0;
        _message = null;
        _body = default;
        _stream = null;
        _isBodyTaken = false;
    }
}
