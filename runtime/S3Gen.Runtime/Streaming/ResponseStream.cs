using System.Runtime.CompilerServices;
using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime.Streaming;

/// <summary>
/// The body of a response as it comes. It owns the connection until its end is read or it is disposed. A body that ends before
/// the length that its header promised is an <see cref="IOException"/>, and silence longer than the read timeout a
/// <see cref="TimeoutException"/>; time that the reader takes between two reads does not count.
/// </summary>
internal sealed class ResponseStream(HttpResponseMessage message, Stream content, TimeSpan readTimeout, TimeProvider timeProvider) : Stream
{
    private readonly long? _length = message.Content.Headers.ContentLength;
    private CancellationTokenSource? _silence;
    private long _position;
    private bool _isDisposed;

    /// <summary>The connections of which the stream holds one.</summary>
    internal HostConnections? Connection { get; init; }

    public override bool CanRead => !_isDisposed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("The stream cannot seek.");

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException("The stream cannot seek.");
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        _silence ??= new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        ValueTask<int> read = content.ReadAsync(buffer, _silence.Token);
        return read.IsCompletedSuccessfully
            ? new ValueTask<int>(Count(read.Result, buffer.Length))
            : WaitAsync(read, buffer.Length, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return Count(content.Read(buffer), buffer.Length);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The stream cannot seek.");

    public override void SetLength(long value) => throw new NotSupportedException("The stream is read-only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is read-only.");

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            Connection?.Release();
            message.Dispose();
            _silence?.Dispose();
        }

        base.Dispose(disposing);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> WaitAsync(ValueTask<int> read, int wanted, CancellationToken cancellationToken)
    {
        CancellationTokenSource silence = _silence!;
        silence.CancelAfter(readTimeout);
        CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), silence);
        try
        {
            return Count(await read.ConfigureAwait(false), wanted);
        }
        catch (OperationCanceledException e) when (silence.IsCancellationRequested)
        {
            message.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException($"The service sent nothing for {readTimeout.TotalSeconds:0.###} s ({nameof(ClientOptions.ReadTimeout)}).", e);
        }
        finally
        {
            await registration.DisposeAsync().ConfigureAwait(false);
            if (!silence.IsCancellationRequested)
            {
                silence.CancelAfter(Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>HttpClient's own streams refuse a body cut short; those of other transports may not.</summary>
    private int Count(int read, int wanted)
    {
        _position += read;
        if (read == 0 && wanted > 0 && _position < _length)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, $"The response ended after {_position} of {_length} bytes.");
        }

        return read;
    }
}
