using System.Net.Sockets;
using System.Runtime.CompilerServices;
using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime.Streaming;

/// <summary>
/// The body of a response as it comes. It owns the connection until its end is read or it is disposed. A body that ends before
/// the length that its header promised is an <see cref="IOException"/>, and silence longer than the read timeout a
/// <see cref="TimeoutException"/>, unless the rest could be had by another request; time that the reader takes between two reads does
/// not count. The read that brings the last byte fails if the body is not what its checksum says.
/// </summary>
internal sealed partial class ResponseStream(HttpResponseMessage message, Stream content, TimeSpan readTimeout, TimeProvider timeProvider) : Stream
{
    private HttpResponseMessage _message = message;
    private Stream _content = content;
    private long? _length = message.Content.Headers.ContentLength;
    private HostConnections? _connection;
    private CancellationTokenSource? _silence;
    private BodyProgress? _progress;
    private Exception? _fault;
    private long _position;
    private bool _isDisposed;

    /// <summary>The connections of which the stream holds one.</summary>
    internal HostConnections? Connection
    {
        init => _connection = value;
    }

    /// <summary>What the body is held against; null for nothing.</summary>
    internal BodyVerification? Verification { get; init; }

    /// <summary>How many bytes are yet to come; null if the response did not say.</summary>
    internal long? Remaining => _length - _position;

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
        ThrowIfUnusable();
        cancellationToken.ThrowIfCancellationRequested();
        _silence ??= new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        ValueTask<int> read = _content.ReadAsync(buffer, _silence.Token);
        if (!read.IsCompletedSuccessfully)
        {
            return WaitAsync(read, buffer, cancellationToken);
        }

        int count = read.Result;
        return IsCutShort(count, buffer.Length) ? ReadOnAsync(CutShort(), buffer, cancellationToken) : new ValueTask<int>(Take(buffer.Span, count));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer)
    {
        ThrowIfUnusable();
        int count = 0;
        Exception? fault;
        try
        {
            count = _content.Read(buffer);
            fault = IsCutShort(count, buffer.Length) ? CutShort() : null;
        }
        catch (Exception e) when (IsBreak(e))
        {
            fault = e;
        }

        if (fault is null)
        {
            return Take(buffer, count);
        }

        ReopenAsync(fault, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return Read(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The stream cannot seek.");

    public override void SetLength(long value) => throw new NotSupportedException("The stream is read-only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is read-only.");

    /// <summary>Tells somebody of everything that is read from now on.</summary>
    internal void Report(IProgress<TransferProgress> observer) => _progress = new BodyProgress(observer, timeProvider, _position);

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            ReleaseConnection();
            Verification?.Dispose();
            _silence?.Dispose();
        }

        base.Dispose(disposing);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> WaitAsync(ValueTask<int> read, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        CancellationTokenSource silence = _silence!;
        silence.CancelAfter(readTimeout);
        CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), silence);
        int count = 0;
        Exception? fault;
        try
        {
            count = await read.ConfigureAwait(false);
            fault = IsCutShort(count, buffer.Length) ? CutShort() : null;
        }
        catch (OperationCanceledException e) when (silence.IsCancellationRequested)
        {
            _message.Dispose();
            fault = cancellationToken.IsCancellationRequested ? _fault = Canceled() : Silent(e);
        }
        catch (Exception e) when (IsBreak(e))
        {
            fault = e;
        }
        finally
        {
            await registration.DisposeAsync().ConfigureAwait(false);
            if (!silence.IsCancellationRequested)
            {
                silence.CancelAfter(Timeout.InfiniteTimeSpan);
            }
        }

        if (fault is null)
        {
            return Take(buffer.Span, count);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return await ReadOnAsync(fault, buffer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>HttpClient's own streams refuse a body cut short; those of other transports may not.</summary>
    private bool IsCutShort(int read, int wanted) => read == 0 && wanted > 0 && _position < _length;

    private static bool IsBreak(Exception exception) => exception is IOException or HttpRequestException or SocketException or TimeoutException;

    private HttpIOException CutShort() => new(HttpRequestError.ResponseEnded, $"The response ended after {_position} of {_length} bytes.");

    private static HttpIOException Canceled() =>
        new(HttpRequestError.ResponseEnded, "An earlier read of this body was canceled, which has closed its connection.");

    private TimeoutException Silent(Exception cause) =>
        new($"The service sent nothing for {readTimeout.TotalSeconds:0.###} s ({nameof(ClientOptions.ReadTimeout)}).", cause);

    private int Take(ReadOnlySpan<byte> buffer, int read)
    {
        _position += read;
        Verification?.Append(buffer[..read]);
        bool isEnd = (read == 0 && !buffer.IsEmpty) || _position == _length;
        if (isEnd)
        {
            Complete();
        }

        if (_progress is { } progress)
        {
            _progress = isEnd ? null : progress;
            progress.Report(_position, _length, isEnd);
        }

        return read;
    }

    private void Complete()
    {
        try
        {
            Verification?.Complete(_message);
        }
        catch (ChecksumMismatchException e)
        {
            // Nobody shall take the end for a good one.
            _fault = e;
            throw;
        }
    }

    private void ThrowIfUnusable()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_fault is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_fault);
        }
    }

    private void ReleaseConnection()
    {
        _connection?.Release();
        _connection = null;
        _message.Dispose();
    }
}
