using S3Gen.Encryption.Formats;
using S3Gen.Runtime;
using S3Gen.Runtime.Streaming;

namespace S3Gen.Encryption.Content;

/// <summary>Another body, encrypted while it is sent. Sent again it is the same ciphertext, or an error.</summary>
internal sealed class EncryptedRequestBody(RequestBody plain, long plainLength, ContentKey key) : RequestBody
{
    private readonly Fingerprints _fingerprints = new();

    public override long? Length { get; } = plainLength + ContentHeader.TagSize;

    public override bool IsReplayable => plain.IsReplayable;

    internal override bool IsSpent => plain.IsSpent;

    internal override IProgress<TransferProgress>? Progress => plain.Progress;

    internal override async Task CopyToAsync(IBodySink sink, long length, CancellationToken cancellationToken)
    {
        _fingerprints.Restart();
        using EncryptingSink encrypting = new(sink, new ContentCipher(key, isEncrypting: true), _fingerprints);
        await plain.CopyToAsync(encrypting, plainLength, cancellationToken).ConfigureAwait(false);
        await encrypting.FinishAsync(cancellationToken).ConfigureAwait(false);
    }

    internal override ValueTask CompleteAsync() => plain.CompleteAsync();
}
