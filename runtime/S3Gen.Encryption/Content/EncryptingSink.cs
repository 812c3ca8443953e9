using System.Security.Cryptography;
using S3Gen.Runtime.Streaming;

namespace S3Gen.Encryption.Content;

/// <summary>Encrypts what comes, in pieces of one size, and hands it on. Its memory does not depend on the length of the body.</summary>
internal sealed class EncryptingSink(IBodySink target, ContentCipher cipher, Fingerprints fingerprints) : IBodySink, IDisposable
{
    internal const int PieceSize = 64 * 1024;

    private readonly byte[] _plain = new byte[PieceSize];
    private readonly byte[] _cipherText = new byte[ContentCipher.RoomFor(PieceSize)];
    private int _held;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        while (!piece.IsEmpty)
        {
            int taken = Math.Min(piece.Length, PieceSize - _held);
            piece[..taken].CopyTo(_plain.AsMemory(_held));
            _held += taken;
            piece = piece[taken..];
            if (_held == PieceSize)
            {
                await FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The body is complete: the rest and the tag follow.</summary>
    internal async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        await SendAsync(cipher.Finish(_cipherText), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Wipes the plaintext.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_plain);

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        fingerprints.Check(_plain.AsSpan(0, _held));
        int written = cipher.Process(_plain.AsSpan(0, _held), _cipherText);
        _held = 0;
        await SendAsync(written, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask SendAsync(int length, CancellationToken cancellationToken) =>
        length == 0 ? ValueTask.CompletedTask : target.WriteAsync(_cipherText.AsMemory(0, length), cancellationToken);
}
