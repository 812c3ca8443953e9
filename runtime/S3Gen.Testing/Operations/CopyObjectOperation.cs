using System.Security.Cryptography;
using System.Xml;
using S3Gen.Testing.Checksums;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Operations.Encrypting;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Operations;

/// <summary>CopyObject: the bytes are shared, the metadata and tags are kept or replaced by directive.</summary>
internal sealed class CopyObjectOperation(ObjectStore store, S3TestServerOptions options)
{
    internal Task ExecuteAsync(S3Call call)
    {
        Bucket bucket = store.Bucket(call.Bucket);
        WriteCondition condition = WriteConditions.Read(call);
        bool replacesMetadata = IsReplace(call, "x-amz-metadata-directive");
        bool replacesTags = IsReplace(call, "x-amz-tagging-directive");
        CopySource source = CopySource.Find(call, store);
        ObjectSettings settings = WriteSettings.Read(call, bucket, options);
        bool isOntoItself = ReferenceEquals(source.Bucket, bucket) && source.Version.Key == call.Key && source.VersionId is null;
        if (isOntoItself && !replacesMetadata && !ChangesAnything(call))
        {
            throw Faults.InvalidRequest("This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.");
        }
        ObjectVersion stored = bucket.Put(
            new ObjectVersion
            {
                Key = call.Key,
                LastModified = ServerClock.Now(options),
                ETag = EncryptionHeaders.ETag(settings.Encryption, ETagOf(source.Version)),
                Content = source.Version.Content,
                Attributes = AttributesOf(call, source.Version, replacesMetadata),
                Settings = settings,
                Checksum = ChecksumOf(call, source.Version),
                Tags = replacesTags ? TagSet.OfHeader(call.Header("x-amz-tagging")) : source.Version.Tags,
            },
            condition);
        AttributeHeaders.WriteVersionId(call, bucket, stored);
        EncryptionHeaders.WriteAsked(call, settings.Encryption);
        return call.WriteXmlAsync("CopyObjectResult", xml => WriteResult(xml, stored));
    }

    private static void WriteResult(XmlWriter xml, ObjectVersion stored)
    {
        xml.Element("LastModified", stored.LastModified);
        xml.Element("ETag", $"\"{stored.ETag}\"");
        if (stored.Checksum is { } checksum)
        {
            xml.Element("ChecksumType", checksum.TypeName);
            xml.Element(checksum.Algorithm.ElementName, checksum.Value);
        }
    }

    private static bool ChangesAnything(S3Call call) =>
        call.Header("x-amz-storage-class") is not null || call.Header("x-amz-website-redirect-location") is not null
        || call.Header("x-amz-server-side-encryption") is not null || CustomerKey.Read(call) is not null || call.Header("x-amz-checksum-algorithm") is not null;

    private static bool IsReplace(S3Call call, string header) => call.Header(header) switch
    {
        null or "COPY" => false,
        "REPLACE" => true,
        string other => throw Faults.InvalidArgument($"Unknown {header["x-amz-".Length..].Replace('-', ' ')}.", header, other),
    };

    private static ObjectAttributes AttributesOf(S3Call call, ObjectVersion source, bool replaces)
    {
        // The storage class is never copied.
        ObjectAttributes requested = AttributeHeaders.Read(call);
        return replaces ? requested : source.Attributes with { StorageClass = requested.StorageClass };
    }

    /// <summary>A copy is one piece, whatever its source was made of, and its entity tag says so.</summary>
    private static string ETagOf(ObjectVersion source)
    {
        if (source.Parts.Count == 0 && source.Settings.Encryption == Encryption.Default)
        {
            return source.ETag;
        }
        using RunningChecksum md5 = RunningChecksum.Of(HashAlgorithmName.MD5);
        foreach (ReadOnlyMemory<byte> segment in source.Content.Segments)
        {
            md5.Append(segment.Span);
        }
        return Convert.ToHexStringLower(md5.Finish());
    }

    private static Checksum ChecksumOf(S3Call call, ObjectVersion source)
    {
        ChecksumAlgorithm? requested = MultipartOperations.ReadAlgorithm(call);
        ChecksumAlgorithm algorithm = requested ?? source.Checksum?.Algorithm ?? ChecksumAlgorithm.Crc64Nvme;
        return source.Checksum is { Type: ChecksumType.FullObject } existing && existing.Algorithm == algorithm
            ? existing
            : new Checksum(algorithm, Convert.ToBase64String(algorithm.Compute(source.Content)));
    }
}
