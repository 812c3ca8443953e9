using System.Security.Cryptography;

namespace S3Gen.Encryption.Content;

/// <summary>
/// Encrypts or decrypts another stream as it is read, with the tag behind the ciphertext. What decryption returns before its end is not
/// authenticated: the read that finds the end verifies the tag, and throws if it does not fit.
/// </summary>
/// <param name="source">What is read. It stays open, but for what the owner closes.</param>
/// <param name="cipher">The direction and the key.</param>
/// <param name="owner">What is disposed with the stream, such as the response that the ciphertext comes from.</param>
internal sealed class CipherStream(Stream source, ContentCipher cipher, IDisposable? owner) : Stream
{
    private const int PieceSize = 64 * 1024;

    private readonly byte[] _input = new byte[PieceSize];
    private readonly byte[] _output = new byte[ContentCipher.RoomFor(PieceSize)];
    private int _start;
    private int _end;
    private bool _isFinished;
    private Exception? _failure;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_start == _end && !_isFinished && !buffer.IsEmpty)
        {
            RethrowFailure();
            Process(await source.ReadAsync(_input, cancellationToken).ConfigureAwait(false));
        }

        return Take(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer)
    {
        while (_start == _end && !_isFinished && !buffer.IsEmpty)
        {
            RethrowFailure();
            Process(source.Read(_input));
        }

        return Take(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(_input);
            CryptographicOperations.ZeroMemory(_output);
            owner?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Process(int read)
    {
        _start = 0;
        _end = 0;
        try
        {
            _end = read > 0 ? cipher.Process(_input.AsSpan(0, read), _output) : cipher.Finish(_output);
            _isFinished = read == 0;
        }
        catch (S3EncryptionException e)
        {
            _failure = e;
            throw;
        }
    }

    /// <summary>A stream that failed does not end well when it is read once more.</summary>
    private void RethrowFailure()
    {
        if (_failure is { } failure)
        {
            throw new S3EncryptionException(failure.Message, failure);
        }
    }

    private int Take(Span<byte> buffer)
    {
        int taken = Math.Min(buffer.Length, _end - _start);
        _output.AsSpan(_start, taken).CopyTo(buffer);
        _start += taken;
        return taken;
    }
}
