using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using S3Gen.Testing.Auth;
using S3Gen.Testing.Checksums;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Payload;

/// <summary>A body that is what its sender said it was.</summary>
internal sealed record ReceivedPayload(Content Content, byte[] Md5, Checksum? Checksum, bool HasDeclaredDigest)
{
    internal string ETag => Convert.ToHexStringLower(Md5);
}

/// <summary>Reads one request's body and holds it against everything that was promised: length, hash, MD5, checksum, chunk signatures.</summary>
internal sealed class PayloadReader(HttpRequest request, PayloadDeclaration declaration, ChunkSignatures? signatures)
{
    /// <summary>The most that one PutObject or UploadPart may carry: 5 GiB.</summary>
    internal const long MaxObject = 5L * 1024 * 1024 * 1024;

    private const string DecodedLength = "x-amz-decoded-content-length";

    /// <param name="limit">Bytes after decoding; more is <c>MaxMessageLengthExceeded</c>, or <c>EntityTooLarge</c> for an object.</param>
    /// <param name="declared">The checksum promised for the body.</param>
    /// <param name="fallback">The checksum to compute if none is promised.</param>
    /// <param name="cancellationToken">The end of the connection.</param>
    internal async Task<ReceivedPayload> ReadAsync(
        long limit, DeclaredChecksum? declared, ChecksumAlgorithm? fallback, CancellationToken cancellationToken)
    {
        byte[]? expectedMd5 = ParseContentMd5();
        long? expectedLength = ExpectedLength();
        ThrowIfOver(limit, expectedLength ?? 0);
        using ContentSink sink = new(expectedLength, limit, declaration.Sha256 is not null, declared?.Algorithm ?? fallback);
        IReadOnlyDictionary<string, string>? trailers = null;
        if (declaration.IsChunked)
        {
            trailers = await new AwsChunkedReader(request.BodyReader, sink, declaration, signatures).ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await CopyPlainAsync(sink, limit, cancellationToken).ConfigureAwait(false);
        }
        if (expectedLength is { } expected && expected != sink.Length)
        {
            throw PayloadFaults.IncompleteBody();
        }
        return Verify(sink, expectedMd5, declared, fallback, trailers);
    }

    /// <summary>Reads bytes that are one field of a form.</summary>
    internal static async Task<ReceivedPayload> ReadFieldAsync(
        Stream field, long limit, DeclaredChecksum? declared, ChecksumAlgorithm? fallback, CancellationToken cancellationToken)
    {
        using ContentSink sink = new(null, limit, needsSha256: false, declared?.Algorithm ?? fallback);
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await field.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            sink.Append(buffer.AsSpan(0, read));
            if (sink.IsOverLimit)
            {
                throw PayloadFaults.EntityTooLarge(sink.Length, limit);
            }
        }
        return Finish(sink, declared, fallback, trailers: null);
    }

    private ReceivedPayload Verify(
        ContentSink sink, byte[]? expectedMd5, DeclaredChecksum? declared, ChecksumAlgorithm? fallback, IReadOnlyDictionary<string, string>? trailers)
    {
        string? sha256 = sink.Sha256();
        if (declaration.Sha256 != sha256)
        {
            throw PayloadFaults.Sha256Mismatch(declaration.Value, sha256 ?? "");
        }
        ReceivedPayload payload = Finish(sink, declared, fallback, trailers);
        if (expectedMd5 is not null && !payload.Md5.AsSpan().SequenceEqual(expectedMd5))
        {
            throw PayloadFaults.BadMd5(Convert.ToHexStringLower(expectedMd5), Convert.ToHexStringLower(payload.Md5));
        }
        return payload with { HasDeclaredDigest = expectedMd5 is not null || declared is not null };
    }

    private static ReceivedPayload Finish(
        ContentSink sink, DeclaredChecksum? declared, ChecksumAlgorithm? fallback, IReadOnlyDictionary<string, string>? trailers)
    {
        byte[] md5 = sink.Md5();
        string? calculated = sink.Checksum();
        declared?.Verify(calculated!, trailers);
        ChecksumAlgorithm? algorithm = declared?.Algorithm ?? fallback;
        Checksum? checksum = algorithm is null ? null : new Checksum(algorithm, calculated!);
        return new ReceivedPayload(sink.Build(), md5, checksum, declared is not null);
    }

    private async Task CopyPlainAsync(ContentSink sink, long limit, CancellationToken cancellationToken)
    {
        PipeReader body = request.BodyReader;
        while (true)
        {
            ReadResult result = await body.ReadAsync(cancellationToken).ConfigureAwait(false);
            foreach (ReadOnlyMemory<byte> segment in result.Buffer)
            {
                sink.Append(segment.Span);
            }
            body.AdvanceTo(result.Buffer.End);
            ThrowIfOver(limit, sink.Length);
            if (result.IsCompleted)
            {
                return;
            }
        }
    }

    private static void ThrowIfOver(long limit, long length)
    {
        if (length > limit)
        {
            throw limit == MaxObject ? PayloadFaults.EntityTooLarge(length, limit) : PayloadFaults.MaxMessageLengthExceeded(limit);
        }
    }

    private long? ExpectedLength()
    {
        if (declaration.IsChunked)
        {
            return long.TryParse(request.Headers[DecodedLength], out long decoded) && decoded >= 0
                ? decoded
                : throw PayloadFaults.MissingContentLength();
        }
        // S3 wants to know a length beforehand, and says so in these words.
        return request.Headers.TransferEncoding.Count > 0 ? throw Faults.NotImplemented("Transfer-Encoding") : request.ContentLength;
    }

    private byte[]? ParseContentMd5()
    {
        if (request.Headers.ContentMD5 is not [{ } text, ..])
        {
            return null;
        }
        byte[] md5 = new byte[16];
        return text.Length == 24 && Convert.TryFromBase64String(text, md5, out int written) && written == md5.Length
            ? md5
            : throw PayloadFaults.InvalidDigest(text);
    }
}
