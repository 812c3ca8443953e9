using S3Gen.Runtime.Checksums;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Signing;
using S3Gen.Runtime.Streaming;

namespace S3Gen.Runtime.Pipeline;

/// <summary>Makes the payload of a request: settles its length, its hash for the signature, and the checksum that it lacks.</summary>
internal static class PayloadBuilder
{
    /// <exception cref="ArgumentException">The body's length is not known, or differs from the request's ContentLength.</exception>
    internal static ValueTask<Payload> BuildAsync(ServiceCall call, RequestCompression compression)
    {
        RequestHead request = call.Request;
        request.ApplyDefaultContentType();
        Payload payload = request.Body is { } body ? FromBody(body, request, call.Operation) : FromXml(request, call.Operation);
        payload = compression.Apply(call, payload);
        string? hash = PayloadSigning.Decide(call, payload);
        PayloadChecksum? checksum = PayloadChecksum.FindMissing(call, payload);
        if (!payload.IsInMemory && (hash is null || checksum is not null))
        {
            return payload.Length <= SmallBody.MaxLength && payload.Body!.Progress is null
                ? TakeSmallAsync(call, payload, hash, checksum)
                : DigestStreamAsync(call, payload, hash, checksum);
        }

        return new(Digest(request, payload, hash, checksum));
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

    private static Payload FromBody(RequestBody body, RequestHead request, Operation operation)
    {
        if (body.IsSpent)
        {
            throw InvalidRequest.Because($"{operation.Name}Request.Body was sent before and cannot be read again.");
        }

        long length = body.Length ?? request.DeclaredLength ?? throw InvalidRequest.Because(
            $"{operation.Name}Request.Body has no known length, which the service demands: pass contentLength to RequestBody.From…, or set ContentLength.");
        CheckDeclared(request, length, operation);
        bool isInMemory = body.TryGetMemory(out ReadOnlyMemory<byte> memory);
        return new Payload
        {
            Body = isInMemory && body.Progress is null ? null : body,
            Memory = memory,
            Length = length,
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
