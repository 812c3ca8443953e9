namespace S3Gen.Testing;

/// <summary>
/// A body as networks deliver it: in pieces, with pauses between them, and with an end that may be no end. It is read once, as the
/// stream of a response is.
/// </summary>
/// <param name="content">The bytes.</param>
public sealed class MockStream(ReadOnlyMemory<byte> content) : Stream
{
    private int _position;

    /// <summary>Most bytes that one read gives. Default: as many as are asked for.</summary>
    public int PieceSize { get; init; } = int.MaxValue;

    /// <summary>The pause before each piece. Default: none.</summary>
    public TimeSpan PieceDelay { get; init; }

    /// <summary>The clock of the pauses. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What the read after the last byte throws; null (the default) ends the stream there.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Whether nothing comes after the last byte, neither an end nor a failure, until the read is canceled. Default: false.</summary>
    public bool Stalls { get; init; }

    /// <summary>Whether somebody has disposed the stream.</summary>
    public bool IsDisposed { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => !IsDisposed;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException("The stream cannot seek.");

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException("The stream cannot seek.");
    }

#pragma warning disable RS0027 // The overloads are those of Stream.
    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
#pragma warning restore RS0027
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        await Scripts.Pause.ForAsync(PieceDelay, TimeProvider, cancellationToken).ConfigureAwait(false);
        if (_position == content.Length && buffer.Length > 0)
        {
            await EndAsync(cancellationToken).ConfigureAwait(false);
        }

        int count = Math.Min(Math.Min(buffer.Length, PieceSize), content.Length - _position);
        content.Slice(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    /// <remarks>Waits for the pauses; <see cref="ReadAsync(Memory{byte}, CancellationToken)"/> does not hold the thread.</remarks>
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The stream cannot seek.");

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException("The stream is read-only.");

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is read-only.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private Task EndAsync(CancellationToken cancellationToken) =>
        Stalls ? Scripts.Pause.ForeverAsync(cancellationToken) : Failure is { } failure ? Task.FromException(failure) : Task.CompletedTask;
}
