using System.Globalization;
using System.Security.Cryptography;
using S3Gen.Testing.Checksums;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Operations.Encrypting;
using S3Gen.Testing.Payload;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Operations;

/// <summary>Multipart uploads up to their completion: create, upload a part, copy a part, abort.</summary>
internal sealed class MultipartOperations(ObjectStore store, S3TestServerOptions options)
{
    private const int MaxParts = 10_000;

    internal Task CreateAsync(S3Call call)
    {
        Bucket bucket = store.Bucket(call.Bucket);
        ChecksumAlgorithm? algorithm = ReadAlgorithm(call);
        ChecksumType type = ReadType(call, algorithm);
        Upload upload = bucket.CreateUpload(new Upload
        {
            Key = call.Key,
            Initiated = ServerClock.Now(options),
            Attributes = AttributeHeaders.Read(call),
            Settings = WriteSettings.Read(call, bucket, options),
            Tags = TagSet.OfHeader(call.Header("x-amz-tagging")),
            ChecksumAlgorithm = algorithm,
            ChecksumType = type,
        });
        EncryptionHeaders.WriteAsked(call, upload.Settings.Encryption);
        call.SetHeader("x-amz-checksum-algorithm", algorithm?.Name);
        call.SetHeader("x-amz-checksum-type", algorithm is null ? null : new Checksum(algorithm, "", type).TypeName);
        return call.WriteXmlAsync("InitiateMultipartUploadResult", xml =>
        {
            xml.Element("Bucket", call.Bucket);
            xml.Element("Key", call.Key);
            xml.Element("UploadId", upload.Id);
        });
    }

    internal async Task UploadPartAsync(S3Call call)
    {
        (Bucket bucket, Upload upload, int number) = PartTarget(call);
        ReceivedPayload payload = await call.ReadContentAsync(upload.ChecksumAlgorithm ?? ChecksumAlgorithm.Crc64Nvme).ConfigureAwait(false);
        if (upload.ChecksumAlgorithm is { } algorithm && payload.Checksum?.Algorithm != algorithm)
        {
            throw Faults.InvalidRequest($"Checksum Type mismatch occurred, expected checksum Type: {algorithm.Name.ToLowerInvariant()}, actual checksum Type: {payload.Checksum?.Algorithm.Name.ToLowerInvariant() ?? "null"}");
        }
        ObjectPart part = new(number, payload.Content, payload.Md5, payload.ETag, ServerClock.Now(options), payload.Checksum);
        bucket.PutPart(call.Key, upload.Id, part);
        call.SetHeader("ETag", $"\"{payload.ETag}\"");
        EncryptionHeaders.Write(call, upload.Settings.Encryption);
        call.SetHeader(payload.Checksum!.Algorithm.HeaderName, payload.Checksum.Value);
        await call.EmptyAsync(200).ConfigureAwait(false);
    }

    internal Task UploadPartCopyAsync(S3Call call)
    {
        (Bucket bucket, Upload upload, int number) = PartTarget(call);
        Content source = CopySource.Find(call, store).Version.Content;
        if (call.Header("x-amz-copy-source-range") is { } rangeHeader)
        {
            ByteRange range = RangeOfCopy(rangeHeader, source.Length);
            source = source.Slice(range.Offset, range.Length);
        }
        byte[] md5 = ChecksumAlgorithm.ByName("MD5")!.Compute(source);
        ChecksumAlgorithm algorithm = upload.ChecksumAlgorithm ?? ChecksumAlgorithm.Crc64Nvme;
        Checksum checksum = new(algorithm, Convert.ToBase64String(algorithm.Compute(source)));
        ObjectPart part = new(number, source, md5, Convert.ToHexStringLower(md5), ServerClock.Now(options), checksum);
        bucket.PutPart(call.Key, upload.Id, part);
        return call.WriteXmlAsync("CopyPartResult", xml =>
        {
            xml.Element("LastModified", part.LastModified);
            xml.Element("ETag", $"\"{part.ETag}\"");
            xml.Element(algorithm.ElementName, checksum.Value);
        });
    }

    internal Task AbortAsync(S3Call call)
    {
        store.Bucket(call.Bucket).AbortUpload(call.Key, call.Query["uploadId"] ?? "");
        return call.EmptyAsync(204);
    }

    internal static int ParsePartNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= MaxParts
            ? number
            : throw Faults.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive", "partNumber", text);

    internal static ChecksumAlgorithm? ReadAlgorithm(S3Call call)
    {
        string? name = call.Header("x-amz-checksum-algorithm");
        return name is null
            ? null
            : ChecksumAlgorithm.ByName(name) ?? throw Faults.InvalidRequest("Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256, SHA512, MD5, XXHASH64, XXHASH3, XXHASH128]");
    }

    private static ChecksumType ReadType(S3Call call, ChecksumAlgorithm? algorithm)
    {
        string? name = call.Header("x-amz-checksum-type");
        if (name is null || algorithm is null)
        {
            return name is null ? (algorithm ?? ChecksumAlgorithm.Crc64Nvme).DefaultType : throw Faults.InvalidRequest("The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
        }
        ChecksumType type = name switch
        {
            "FULL_OBJECT" => ChecksumType.FullObject,
            "COMPOSITE" => ChecksumType.Composite,
            _ => throw Faults.InvalidRequest("Value for x-amz-checksum-type header is invalid."),
        };
        return algorithm.Allows(type) ? type : throw Faults.InvalidRequest($"The {name} checksum type cannot be used with the {algorithm.Name.ToLowerInvariant()} checksum algorithm.");
    }

    private (Bucket Bucket, Upload Upload, int Number) PartTarget(S3Call call)
    {
        Bucket bucket = store.Bucket(call.Bucket);
        int number = ParsePartNumber(call.Query["partNumber"] ?? "");
        Upload upload = bucket.FindUpload(call.Key, call.Query["uploadId"] ?? "");
        CustomerKey.Require(call, upload.Settings.Encryption);
        return (bucket, upload, number);
    }

    /// <summary>Unlike <c>Range</c>, this one must be whole and inside the source.</summary>
    private static ByteRange RangeOfCopy(string header, long size)
    {
        ByteRange? range = header.EndsWith('-') || header.Contains("=-", StringComparison.Ordinal) ? null : ByteRange.Parse(header, long.MaxValue);
        if (range is null)
        {
            throw Faults.InvalidArgument("The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy", "x-amz-copy-source-range", header);
        }
        return range.Offset + range.Length > size
            ? throw Faults.InvalidArgument($"Range specified is not valid for source object of size: {size.ToString(CultureInfo.InvariantCulture)}", "x-amz-copy-source-range", header)
            : range;
    }
}
