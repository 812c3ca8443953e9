using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using S3Gen.Testing.Checksums;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Operations.Encrypting;
using S3Gen.Testing.Payload;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Operations;

/// <summary>CompleteMultipartUpload: checks the list of parts and makes the object of them.</summary>
internal sealed class CompleteMultipartOperation(ObjectStore store, S3TestServerOptions options)
{
    private const long MinPart = 5 * 1024 * 1024;
    private const int MaxParts = 10_000;

    internal Task ExecuteAsync(S3Call call)
    {
        Bucket bucket = store.Bucket(call.Bucket);
        Upload upload = bucket.FindUpload(call.Key, call.Query["uploadId"] ?? "");
        WriteCondition condition = WriteConditions.Read(call);
        IReadOnlyList<ObjectPart> parts = SelectParts(call.ReadXml("CompleteMultipartUpload"), upload);
        Content content = Content.Concat(parts.Select(static part => part.Content));
        VerifySize(call, content.Length);
        Checksum checksum = ChecksumOf(upload, parts, content);
        VerifyChecksum(call, checksum);
        ObjectVersion stored = bucket.CompleteUpload(
            upload,
            new ObjectVersion
            {
                Key = call.Key,
                LastModified = ServerClock.Now(options),
                ETag = ETagOf(parts),
                Settings = upload.Settings,
                Content = content,
                Attributes = upload.Attributes,
                Checksum = checksum,
                Parts = parts,
                Tags = upload.Tags,
            },
            condition);
        AttributeHeaders.WriteVersionId(call, bucket, stored);
        EncryptionHeaders.Write(call, upload.Settings.Encryption);
        return call.WriteXmlAsync("CompleteMultipartUploadResult", xml =>
        {
            xml.Element("Location", $"http://{call.Request.Headers.Host}/{call.Bucket}/{PercentEncoding.EncodeKey(call.Key)}");
            xml.Element("Bucket", call.Bucket);
            xml.Element("Key", call.Key);
            xml.Element("ETag", $"\"{stored.ETag}\"");
            xml.Element(checksum.Algorithm.ElementName, checksum.Value);
            xml.Element("ChecksumType", checksum.TypeName);
        });
    }

    private static List<ObjectPart> SelectParts(XElement request, Upload upload)
    {
        List<ObjectPart> parts = [];
        foreach (XElement element in request.Children("Part"))
        {
            if (!int.TryParse(element.RequiredText("PartNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                throw Faults.MalformedXml();
            }
            string etag = element.RequiredText("ETag").Trim('"');
            if (parts.Count > 0 && number <= parts[^1].Number)
            {
                throw Faults.InvalidPartOrder(upload.Id);
            }
            if (!upload.Parts.TryGetValue(number, out ObjectPart? part) || part.ETag != etag || !ChecksumHolds(element, part))
            {
                throw Faults.InvalidPart(upload.Id, number, etag);
            }
            parts.Add(part);
        }
        if (parts.Count is 0 or > MaxParts)
        {
            throw Faults.MalformedXml();
        }
        ObjectPart? small = parts.SkipLast(1).FirstOrDefault(static part => part.Content.Length < MinPart);
        return small is null ? parts : throw Faults.EntityTooSmall(small.Content.Length, MinPart, small.Number, small.ETag);
    }

    private static bool ChecksumHolds(XElement element, ObjectPart part) => element.Elements()
        .Where(static child => child.Name.LocalName.StartsWith("Checksum", StringComparison.Ordinal))
        .All(child => child.Name.LocalName == part.Checksum?.Algorithm.ElementName && child.Value == part.Checksum.Value);

    private static void VerifySize(S3Call call, long length)
    {
        if (call.Header("x-amz-mp-object-size") is { } declared && declared != length.ToString(CultureInfo.InvariantCulture))
        {
            throw Faults.InvalidRequest($"The provided 'x-amz-mp-object-size' header value {declared} does not match what was computed: {length.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    private static Checksum ChecksumOf(Upload upload, IReadOnlyList<ObjectPart> parts, Content content)
    {
        ChecksumAlgorithm algorithm = upload.ChecksumAlgorithm ?? ChecksumAlgorithm.Crc64Nvme;
        if (upload.ChecksumType == ChecksumType.FullObject)
        {
            return new Checksum(algorithm, Convert.ToBase64String(algorithm.Compute(content)));
        }
        using RunningChecksum digests = algorithm.Start();
        foreach (ObjectPart part in parts)
        {
            digests.Append(Convert.FromBase64String(part.Checksum!.Value));
        }
        string value = $"{Convert.ToBase64String(digests.Finish())}-{parts.Count.ToString(CultureInfo.InvariantCulture)}";
        return new Checksum(algorithm, value, ChecksumType.Composite);
    }

    private static void VerifyChecksum(S3Call call, Checksum checksum)
    {
        if (call.Header("x-amz-checksum-type") is { } type && type != checksum.TypeName)
        {
            throw Faults.InvalidRequest($"The upload was created using the {checksum.TypeName} checksum mode. The complete request must use the same checksum mode.");
        }
        foreach (ChecksumAlgorithm algorithm in ChecksumAlgorithm.All)
        {
            if (call.Header(algorithm.HeaderName) is { } value && (algorithm != checksum.Algorithm || value != checksum.Value))
            {
                throw PayloadFaults.BadDigest(algorithm.Name);
            }
        }
    }

    private static string ETagOf(IReadOnlyList<ObjectPart> parts)
    {
        using RunningChecksum md5 = RunningChecksum.Of(HashAlgorithmName.MD5);
        foreach (ObjectPart part in parts)
        {
            md5.Append(part.Md5);
        }
        return $"{Convert.ToHexStringLower(md5.Finish())}-{parts.Count.ToString(CultureInfo.InvariantCulture)}";
    }
}
