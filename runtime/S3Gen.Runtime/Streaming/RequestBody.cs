using System.IO.Pipelines;
using System.Text;
using S3Gen.Runtime.Streaming;

namespace S3Gen.Runtime;

/// <summary>
/// The bytes that a request carries, made from memory, a stream, a file, a pipe or a sequence. Only a body that can be read again
/// from its beginning (<see cref="IsReplayable"/>) is sent again when an attempt fails on the way.
/// </summary>
/// <remarks>
/// Services want to know the length beforehand. Where <see cref="Length"/> is null and the request's own ContentLength too, the body is read
/// ahead: what turns out small is sent at once, and all else in parts by operations that can, such as S3's PutObject. Exceptions of the
/// source pass through the operation unchanged, and are not retried.
/// </remarks>
public abstract class RequestBody
{
    private protected RequestBody()
    {
    }

    /// <summary>Length in bytes; null if it is not known.</summary>
    public abstract long? Length { get; }

    /// <summary>Whether the body can be read more than once.</summary>
    public abstract bool IsReplayable { get; }

    /// <summary>Whether a body that cannot be replayed has been read from.</summary>
    internal virtual bool IsSpent => false;

    internal virtual IProgress<TransferProgress>? Progress => null;

    /// <summary>A body of bytes. They are not copied: leave them unchanged until the operation is complete.</summary>
    /// <param name="bytes">The bytes.</param>
    public static RequestBody FromBytes(ReadOnlyMemory<byte> bytes) => new BytesRequestBody(bytes);

    /// <summary>A body of text in UTF-8, without a byte order mark.</summary>
    /// <param name="text">The text.</param>
    public static RequestBody FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new BytesRequestBody(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>A body from a stream, from where it stands. A stream that can seek is replayable: it is set back to that place.</summary>
    /// <param name="stream">The stream. Nobody else may use it until the operation is complete.</param>
    /// <param name="contentLength">How many bytes of it to send; null (the default) sends what remains, if the stream can tell: it
    /// can seek, or is the body of a response that came with its length.</param>
    /// <param name="leaveOpen">Whether the stream stays open (the default); otherwise the operation disposes it at its end.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, or has fewer bytes left than <paramref name="contentLength"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="contentLength"/> is negative.</exception>
    public static RequestBody FromStream(Stream stream, long? contentLength = null, bool leaveOpen = true) =>
        new StreamRequestBody(stream, contentLength, leaveOpen);

    /// <summary>A body from a file, which is opened when it is sent, and again for every retry.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static RequestBody FromFile(string path) => new FileRequestBody(path);

    /// <summary>A body from a pipe, which is read to its end, or for <paramref name="contentLength"/> bytes, and is left uncompleted.</summary>
    /// <param name="reader">The pipe.</param>
    /// <param name="contentLength">How many bytes to send; null if that is not known.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="contentLength"/> is negative.</exception>
    public static RequestBody FromPipe(PipeReader reader, long? contentLength = null) => new PipeRequestBody(reader, contentLength);

    /// <summary>A body from a sequence of pieces. It is enumerated once, and is not replayable.</summary>
    /// <param name="pieces">The pieces. Each must stay unchanged until the next one is asked for.</param>
    /// <param name="contentLength">How many bytes to send; null if that is not known.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="contentLength"/> is negative.</exception>
    public static RequestBody FromAsyncEnumerable(IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, long? contentLength = null) =>
        new AsyncEnumerableRequestBody(pieces, contentLength);

    /// <inheritdoc cref="FromBytes"/>
    public static implicit operator RequestBody(byte[] bytes) => FromBytes(bytes);

    /// <inheritdoc cref="FromBytes"/>
    public static implicit operator RequestBody(ReadOnlyMemory<byte> bytes) => FromBytes(bytes);

    /// <summary>A body from a stream, from where it stands, which stays open.</summary>
    /// <param name="stream">The stream.</param>
    public static implicit operator RequestBody(Stream stream) => FromStream(stream);

    /// <summary>The same body; <paramref name="progress"/> hears of every piece, at most 64 KiB, that was handed to the network.</summary>
    /// <param name="progress">Who is told. An exception it throws ends the operation.</param>
    public RequestBody WithProgress(IProgress<TransferProgress> progress) => new ProgressRequestBody(this, progress);

    /// <summary>The whole body, if it is in memory.</summary>
    internal virtual bool TryGetMemory(out ReadOnlyMemory<byte> memory)
    {
        memory = default;
        return false;
    }

    /// <summary>Writes exactly <paramref name="length"/> bytes from the body's beginning.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    internal abstract Task CopyToAsync(IBodySink sink, long length, CancellationToken cancellationToken);

    /// <summary>The body as a stream that is read once, to its end wherever that is, and not disposed.</summary>
    internal virtual Stream OpenOnce() => throw new NotSupportedException("The body's length is known.");

    /// <summary>The operation is over; what the body owns is disposed.</summary>
    internal virtual ValueTask CompleteAsync() => ValueTask.CompletedTask;

    private protected static long? CheckLength(long? contentLength)
    {
        if (contentLength is { } length)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(length, nameof(contentLength));
        }

        return contentLength;
    }

    private protected static EndOfStreamException EndedEarly(long sent, long length) =>
        new($"The request's body ended after {sent} of the {length} bytes that were promised.");
}
