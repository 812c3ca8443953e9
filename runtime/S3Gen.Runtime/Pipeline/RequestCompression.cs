using System.IO.Compression;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Http;

namespace S3Gen.Runtime.Pipeline;

/// <summary>
/// Compresses the bodies of operations whose service takes them so, before anything else looks at them: length, checksum and signature
/// are those of what is sent. A body that is not in memory is sent as it is, since its compressed length is not known beforehand.
/// </summary>
/// <seealso href="https://smithy.io/2.0/spec/behavior-traits.html#requestcompression-trait"/>
internal sealed class RequestCompression(ClientSettings settings)
{
    private const string Header = "content-encoding";
    private const string Gzip = "gzip";

    internal Payload Apply(ServiceCall call, Payload payload)
    {
        bool isAsked = (call.Operation.Flags & OperationFlags.CompressRequest) != 0 && !settings.DisableRequestCompression;
        if (!isAsked || !payload.IsInMemory || payload.Length == 0 || payload.Length < settings.RequestMinCompressionSize)
        {
            return payload;
        }

        string? encodings = call.Request.Headers.Find(Header);
        call.Request.Headers.Set(Header, string.IsNullOrEmpty(encodings) ? Gzip : $"{encodings}, {Gzip}");
        byte[] compressed = Compress(payload.Memory.Span);
        return new Payload
        {
            Body = payload.Body?.Progress is { } progress ? RequestBody.FromBytes(compressed).WithProgress(progress) : null,
            Memory = compressed,
            Length = compressed.Length,
            IsPresent = true,
            IsInMemory = true,
        };
    }

    private static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using MemoryStream compressed = new(bytes.Length / 2);
        using (GZipStream gzip = new(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }
}
