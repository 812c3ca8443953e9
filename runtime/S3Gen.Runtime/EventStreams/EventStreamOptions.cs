using System.ComponentModel;

namespace S3Gen.Runtime.CodeGen;

/// <summary>What reading a stream of events needs to know of the operation.</summary>
/// <typeparam name="T">The union of the stream's events.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventStreamOptions<T>
{
    /// <summary>Makes an event of a message.</summary>
    public required EventReader<T> ReadEvent { get; init; }

    /// <summary>Makes the exception for an error that the service reports within the stream, of its code and its message.</summary>
    public required Func<string, string?, Exception> CreateServiceException { get; init; }

    /// <summary>
    /// Makes the exception for a stream that is corrupt or ends too early; by default that is the
    /// <see cref="ResponseFormatException"/> itself. Exceptions of the transport pass unchanged.
    /// </summary>
    public Func<ResponseFormatException, Exception>? CreateFormatException { get; init; }

    /// <summary>The event without which the stream is incomplete, and after which nothing is read; null if there is none.</summary>
    public string? TerminalEvent { get; init; }
}
