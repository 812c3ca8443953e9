using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Streaming;

/// <content>A body that breaks off goes on in another response.</content>
internal sealed partial class ResponseStream
{
    private BodyOrigin _origin;
    private ResumePoint? _point;

    /// <summary>Says whom to ask for what is missing. Without that, a body that breaks off stays broken.</summary>
    internal void AllowResume(in BodyOrigin origin) => _origin = origin;

    private async ValueTask<int> ReadOnAsync(Exception fault, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await ReopenAsync(fault, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes over to a response that begins where this one broke off.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ReopenAsync(Exception fault, CancellationToken cancellationToken)
    {
        _point ??= ResumePoint.Find(_message);
        ReleaseConnection();
        try
        {
            if (_origin.Pipeline is not { } pipeline || _point is not { } point)
            {
                ExceptionDispatchInfo.Throw(fault);
                return;
            }

            BrokenBody broken = new(_origin, point, _position, fault);
            Adopt(await pipeline.ResumeAsync(broken, cancellationToken).ConfigureAwait(false));
            _origin = _origin with { Retries = broken.Retries };
        }
        catch (Exception e)
        {
            _fault = e;
            throw;
        }
    }

    private void Adopt(ResponseStream rest)
    {
        if (_isDisposed)
        {
            rest.Dispose();
            throw new ObjectDisposedException(nameof(ResponseStream));
        }

        _message = rest._message;
        _content = rest._content;
        _connection = rest._connection;
        _length ??= _position + rest._length;
        _silence?.Dispose();
        _silence = null;
    }
}
