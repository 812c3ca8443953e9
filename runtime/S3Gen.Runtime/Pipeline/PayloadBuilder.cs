using System.Globalization;
using S3Gen.Runtime.Checksums;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Signing;
using S3Gen.Runtime.Streaming;

namespace S3Gen.Runtime.Pipeline;

/// <summary>Makes the payload of a request: settles its length, its hash for the signature, and the checksum that it lacks.</summary>
internal sealed class PayloadBuilder(ClientSettings settings)
{
    private const string ContentEncoding = "content-encoding";

    private readonly RequestCompression _compression = new(settings);
    private readonly ChecksumPolicy _checksums = settings.RequestChecksumCalculation;
    private readonly ChunkedEncoding _chunks = settings.ChunkedEncoding;

    /// <exception cref="ArgumentException">The body's length is not known and not small, or differs from the request's ContentLength.</exception>
    internal ValueTask<Payload> BuildAsync(ServiceCall call) => BuildAsync(call, _checksums);

    /// <summary>The payload of a request that somebody else will send, with no header that can be spared.</summary>
    internal ValueTask<Payload> BuildDocumentAsync(ServiceCall call) => BuildAsync(call, ChecksumPolicy.WhenRequired);

    private ValueTask<Payload> BuildAsync(ServiceCall call, ChecksumPolicy policy)
    {
        RequestHead request = call.Request;
        if (request is { Body: { Length: null } unbounded, DeclaredLength: null })
        {
            return BuildUnboundedAsync(call, unbounded, policy);
        }

        request.ApplyDefaultContentType();
        Payload payload = request.Body is { } body ? FromBody(body, request, call.Operation) : FromXml(request, call.Operation);
        payload = _compression.Apply(call, payload);
        PayloadChecksum? checksum = PayloadChecksum.FindMissing(call, policy);
        PayloadSigning signing = PayloadSigning.Decide(call, payload, checksum is not null, _chunks);
        if (signing.IsChunked)
        {
            return new(Chunk(request, payload, signing, checksum));
        }

        checksum = OmitImpossible(call, payload, checksum);
        if (!payload.IsInMemory && payload.Length > 0 && (signing.Hash is null || checksum is not null))
        {
            return payload.Length <= SmallBody.MaxLength && payload.Body!.Progress is null
                ? TakeSmallAsync(call, payload, signing.Hash, checksum)
                : DigestStreamAsync(call, payload, signing.Hash, checksum);
        }

        return new(Digest(request, payload, signing.Hash, checksum));
    }

    /// <summary>A body whose length nobody knows is held in memory, if it is no longer than a part.</summary>
    private async ValueTask<Payload> BuildUnboundedAsync(ServiceCall call, RequestBody body, ChecksumPolicy policy)
    {
        InvalidRequest.ThrowIfSpent(body, call.Operation);
        long most = settings.MultipartPartSize;
        ReadAhead start = await ReadAhead.ReadAsync(body, most, call.CallerToken).ConfigureAwait(false);
        await using (start.ConfigureAwait(false))
        {
            if (!start.IsWhole)
            {
                throw InvalidRequest.Because(
                    $"{call.Operation.Name}Request.Body has no known length and is longer than the {most} bytes that are held in memory to find it out: "
                    + "pass contentLength to RequestBody.From…, or set ContentLength.");
            }

            RequestBody whole = RequestBody.FromBytes(call.SmallBody.Take(start));
            call.Request.Body = body.Progress is { } progress ? whole.WithProgress(progress) : whole;
        }

        return await BuildAsync(call, policy).ConfigureAwait(false);
    }

    /// <summary>A stream that is read once has no header with its checksum; that matters if somebody demands it.</summary>
    private static PayloadChecksum? OmitImpossible(ServiceCall call, Payload payload, PayloadChecksum? missing)
    {
        if (missing is null || (!missing.Value.IsDemanded && !payload.IsPresent))
        {
            return null;
        }

        if (payload.IsInMemory || payload.Length == 0 || payload.Body!.IsReplayable)
        {
            return missing;
        }

        return !missing.Value.IsDemanded ? null : throw InvalidRequest.Because(
            $"{call.Operation.Name}Request.Body cannot be read twice, so that its checksum cannot be computed beforehand: pass the checksum, or a body that can be read again.");
    }

    private static Payload Chunk(RequestHead request, Payload payload, PayloadSigning signing, PayloadChecksum? checksum)
    {
        request.Headers.Set("x-amz-decoded-content-length", payload.Length.ToString(CultureInfo.InvariantCulture));
        if (checksum is { } trailer)
        {
            // Without a trailer x-amz-content-sha256 says enough, and stores that came before trailers keep the coding with the object.
            string? encoding = request.Headers.Find(ContentEncoding);
            request.Headers.Set(ContentEncoding, string.IsNullOrEmpty(encoding) ? AwsChunks.Encoding : $"{AwsChunks.Encoding},{encoding}");
            request.Headers.Set("x-amz-trailer", trailer.Header);
        }

        return (payload with { IsChunked = true, Trailer = checksum?.Kind }).WithHash(signing.Hash!);
    }

    private static Payload Digest(RequestHead request, Payload payload, string? hash, PayloadChecksum? missing)
    {
        if (missing is { } wanted)
        {
            request.AddHeader(wanted.Header, Checksum.ComputeBase64(wanted.Kind, payload.Memory.Span));
        }

        return payload.WithHash(hash ?? PayloadHash.Compute(payload.Memory.Span));
    }

    /// <summary>A small body that can be read again is read once instead, for all attempts.</summary>
    private static async ValueTask<Payload> TakeSmallAsync(ServiceCall call, Payload payload, string? hash, PayloadChecksum? missing)
    {
        ReadOnlyMemory<byte> memory = await call.SmallBody.ReadAsync(payload.Body!, (int)payload.Length, call.CallerToken).ConfigureAwait(false);
        return Digest(call.Request, payload with { Body = null, Memory = memory, IsInMemory = true }, hash, missing);
    }

    private static Payload FromXml(RequestHead request, Operation operation)
    {
        ReadOnlyMemory<byte> xml = request.HasXml ? request.Xml : default;
        CheckDeclared(request, xml.Length, operation);
        return new Payload { Memory = xml, Length = xml.Length, IsPresent = request.HasXml, IsInMemory = true };
    }

    private Payload FromBody(RequestBody body, RequestHead request, Operation operation)
    {
        InvalidRequest.ThrowIfSpent(body, operation);
        long length = body.Length ?? request.DeclaredLength!.Value;
        CheckDeclared(request, length, operation);
        bool isInMemory = body.TryGetMemory(out ReadOnlyMemory<byte> memory);
        return new Payload
        {
            Body = isInMemory && body.Progress is null ? null : body,
            Memory = memory,
            Length = length,
            PieceSize = settings.BufferSize,
            IsPresent = true,
            IsInMemory = isInMemory,
        };
    }

    private static void CheckDeclared(RequestHead request, long length, Operation operation)
    {
        if (request.DeclaredLength is { } declared && declared != length)
        {
            throw InvalidRequest.Because($"{operation.Name}Request.ContentLength is {declared}, but the body has {length} bytes.");
        }
    }

    /// <summary>One pass over a body that can be read again, for all that has to be known of it beforehand.</summary>
    private static async ValueTask<Payload> DigestStreamAsync(ServiceCall call, Payload payload, string? hash, PayloadChecksum? missing)
    {
        using Checksum? sha256 = hash is null ? new Checksum(ChecksumKind.Sha256) : null;
        using Checksum? checksum = missing is { } wanted ? new Checksum(wanted.Kind) : null;
        await payload.Body!.CopyToAsync(new DigestSink(sha256, checksum), payload.Length, call.CallerToken).ConfigureAwait(false);
        if (missing is { } header)
        {
            call.Request.AddHeader(header.Header, checksum!.ToBase64());
        }

        return payload.WithHash(hash ?? ToHex(sha256!));
    }

    private static string ToHex(Checksum sha256)
    {
        Span<byte> hash = stackalloc byte[ChecksumKinds.MaxSize];
        sha256.TryGetHash(hash, out int written);
        return Convert.ToHexStringLower(hash[..written]);
    }
}
