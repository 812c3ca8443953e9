using S3Gen.Runtime.Checksums;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Http;

/// <summary>What a request carries, decided once for all attempts.</summary>
internal struct Payload
{
    /// <summary>The body where it is not in memory, or where somebody wants to know its progress.</summary>
    internal RequestBody? Body { get; init; }

    /// <summary>The body where it is in memory.</summary>
    internal ReadOnlyMemory<byte> Memory { get; init; }

    /// <summary>Whether there is a body, be it empty.</summary>
    internal bool IsPresent { get; init; }

    /// <summary>Whether <see cref="Memory"/> is the whole body.</summary>
    internal bool IsInMemory { get; init; }

    /// <summary>The length in bytes, of the content and not of the frames that it may be sent in.</summary>
    internal long Length { get; init; }

    /// <summary>Most bytes to be handed to the network at once where they are read from somewhere.</summary>
    internal int PieceSize { get; init; }

    /// <summary>Whether it is sent in pieces with frames of their own, as <see cref="AwsChunks"/> has it.</summary>
    internal bool IsChunked { get; init; }

    /// <summary>Whether each of those pieces is signed.</summary>
    internal readonly bool SignsChunks => IsChunked && Hash != PayloadHash.StreamingUnsignedWithTrailer;

    /// <summary>The checksum that is sent behind the content; null if there is none.</summary>
    internal ChecksumKind? Trailer { get; init; }

    /// <summary>What stands for the body in the signature, and in <c>x-amz-content-sha256</c>.</summary>
    internal string? Hash { readonly get; private set; }

    /// <summary>Whether all of it can be sent again.</summary>
    internal readonly bool CanBeSentAgain => Body is null || Body.IsReplayable || !Body.IsSpent;

    internal readonly Payload WithHash(string hash)
    {
        Payload payload = this;
        payload.Hash = hash;
        return payload;
    }
}
