using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Http;

namespace S3Gen.Runtime.Pipeline;

/// <summary>Makes the payload of a request: settles its length, and adds the checksum that the service demands.</summary>
internal static class PayloadBuilder
{
    private const string ChecksumPrefix = "x-amz-checksum-";
    private const string ContentMd5 = "content-md5";

    /// <exception cref="ArgumentException">The body's length is not known, or differs from the request's ContentLength.</exception>
    internal static Payload Build(ServiceCall call)
    {
        RequestHead request = call.Request;
        Payload payload = request.Body is { } body ? FromBody(body, request, call.Operation) : FromXml(request, call.Operation);
        if ((call.Operation.Flags & OperationFlags.ChecksumRequired) != 0 && !HasChecksum(request))
        {
            AddContentMd5(request, payload);
        }

        return payload;
    }

    private static Payload FromXml(RequestHead request, Operation operation)
    {
        ReadOnlyMemory<byte> xml = request.HasXml ? request.Xml : default;
        CheckDeclared(request, xml.Length, operation);
        return new Payload { Memory = xml, Length = xml.Length, IsPresent = request.HasXml };
    }

    private static Payload FromBody(RequestBody body, RequestHead request, Operation operation)
    {
        if (body.IsSpent)
        {
            throw new ArgumentException($"{operation.Name}Request.Body was sent before and cannot be read again.", nameof(request));
        }

        long length = body.Length ?? request.DeclaredLength ?? throw new ArgumentException(
            $"{operation.Name}Request.Body has no known length, which the service demands: pass contentLength to RequestBody.From…, or set ContentLength.",
            nameof(request));
        CheckDeclared(request, length, operation);
        bool isInMemory = body.TryGetMemory(out ReadOnlyMemory<byte> memory);
        return new Payload
        {
            Body = isInMemory && body.Progress is null ? null : body,
            Memory = memory,
            Length = length,
            IsPresent = true,
        };
    }

    private static void CheckDeclared(RequestHead request, long length, Operation operation)
    {
        if (request.DeclaredLength is { } declared && declared != length)
        {
            throw new ArgumentException($"{operation.Name}Request.ContentLength is {declared}, but the body has {length} bytes.", nameof(request));
        }
    }

    private static bool HasChecksum(RequestHead request)
    {
        foreach ((string name, _) in request.Headers.Entries)
        {
            if (name.Equals(ContentMd5, StringComparison.OrdinalIgnoreCase) || IsChecksumValue(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>x-amz-checksum-algorithm, -mode and -type are about checksums, and are none.</summary>
    private static bool IsChecksumValue(string name) =>
        name.StartsWith(ChecksumPrefix, StringComparison.OrdinalIgnoreCase)
        && !name.AsSpan(ChecksumPrefix.Length).Equals("algorithm", StringComparison.OrdinalIgnoreCase)
        && !name.AsSpan(ChecksumPrefix.Length).Equals("mode", StringComparison.OrdinalIgnoreCase)
        && !name.AsSpan(ChecksumPrefix.Length).Equals("type", StringComparison.OrdinalIgnoreCase);

    [SuppressMessage("Security", "CA5351", Justification = "S3 demands MD5 here; it guards against damage, not against attackers.")]
    private static void AddContentMd5(RequestHead request, Payload payload)
    {
        if (payload.Body is not null)
        {
            return;
        }

        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(payload.Memory.Span, hash);
        request.AddHeader(ContentMd5, Convert.ToBase64String(hash));
    }
}
