using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime;

/// <summary>
/// The events of a response, read as they arrive. It can be enumerated once, and holds a connection until it has been read to its
/// end or is disposed; leaving an <c>await foreach</c> early disposes it too.
/// </summary>
/// <remarks>
/// Enumerating throws the service's exception if the service reports an error within the stream, if the stream is corrupt, and if
/// it ends before the event that completes it: what was received until then is not the whole result.
/// </remarks>
/// <typeparam name="T">The union of the events.</typeparam>
public sealed class EventStream<T> : IAsyncEnumerable<T>, IAsyncDisposable, IDisposable
{
    private readonly EventMessageSource _source;
    private readonly EventStreamOptions<T> _options;
    private int _isEnumerated;

    /// <summary>Reads events from a stream, which is owned from now on.</summary>
    /// <param name="stream">The response's body.</param>
    /// <param name="options">What to make of its messages.</param>
    public EventStream(Stream stream, EventStreamOptions<T> options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        _source = new EventMessageSource(stream);
        _options = options;
    }

    /// <summary>Starts reading.</summary>
    /// <param name="cancellationToken">Cancels waiting for the next event.</param>
    /// <exception cref="InvalidOperationException">It was enumerated before.</exception>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isEnumerated, 1) != 0)
        {
            throw new InvalidOperationException("A stream of events can be enumerated once.");
        }

        return ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    /// <summary>Ends reading and gives up the connection.</summary>
    public void Dispose() => _source.Dispose();

    /// <summary>Ends reading and gives up the connection.</summary>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async IAsyncEnumerable<T> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using (_source.ConfigureAwait(false))
        {
            bool isComplete = false;
            while (!isComplete && await MoveNextAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return ReadEvent(out isComplete);
            }
        }
    }

    private async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await _source.MoveNextAsync(cancellationToken).ConfigureAwait(false))
            {
                return true;
            }

            return _options.TerminalEvent is null
                ? false
                : throw new ResponseFormatException($"The event stream is incomplete: it ended without the event {_options.TerminalEvent}.");
        }
        catch (ResponseFormatException exception) when (_options.CreateFormatException is not null)
        {
            throw _options.CreateFormatException(exception);
        }
    }

    private T ReadEvent(out bool isTerminal)
    {
        try
        {
            EventMessage message = _source.Current;
            string eventType = message.GetString(":message-type"u8) switch
            {
                "event" => message.GetString(":event-type"u8) ?? throw Missing(":event-type"),
                "error" => throw ServiceError(message, ":error-code"u8, message.GetString(":error-message"u8)),
                "exception" => throw ServiceError(message, ":exception-type"u8, EventErrorMessage.Read(message.Payload)),
                null => throw Missing(":message-type"),
                string other => throw new ResponseFormatException($"The event stream has a message of the unknown type '{other}'."),
            };
            isTerminal = eventType == _options.TerminalEvent;
            return _options.ReadEvent(eventType, message);
        }
        catch (ResponseFormatException exception) when (_options.CreateFormatException is not null)
        {
            throw _options.CreateFormatException(exception);
        }
    }

    private Exception ServiceError(EventMessage message, ReadOnlySpan<byte> codeHeader, string? text) =>
        _options.CreateServiceException(message.GetString(codeHeader) ?? "UnknownError", text);

    private static ResponseFormatException Missing(string header) => new($"The event stream has a message without the header {header}.");
}
