using System.Globalization;
using S3Gen.Testing.Checksums;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Operations.Encrypting;
using S3Gen.Testing.Protocol;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using Bucket = S3Gen.Testing.Store.Bucket;
using Checksum = S3Gen.Testing.Checksums.Checksum;
using ObjectPart = S3Gen.Testing.Store.ObjectPart;
using ObjectVersion = S3Gen.Testing.Store.ObjectVersion;

namespace S3Gen.Testing.Operations;

/// <summary>GetObjectAttributes: what is known of an object, without its bytes.</summary>
internal sealed class AttributesOperation(ObjectStore store)
{
    private const int MaxParts = 1000;
    private static readonly string[] Known = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"];

    internal Task GetAsync(S3Call call)
    {
        GetObjectAttributesRequest request = GetObjectAttributesRequest.Read(call.Input);
        HashSet<string> wanted = [.. request.ObjectAttributes.Select(static attribute => attribute.Value)];
        if (wanted.Count == 0 || !wanted.IsSubsetOf(Known))
        {
            throw Faults.InvalidArgument("Invalid attribute name specified.", "x-amz-object-attributes", call.Header("x-amz-object-attributes") ?? "");
        }
        (Bucket bucket, ObjectVersion version) = ObjectTarget.Find(call, store);
        CustomerKey.Require(call, version.Settings.Encryption);
        AttributeHeaders.WriteVersionId(call, bucket, version);
        return call.AnswerAsync(new GetObjectAttributesResponse
        {
            LastModified = version.LastModified,
            ETag = wanted.Contains("ETag") ? version.ETag : null,
            Checksum = wanted.Contains("Checksum") ? ChecksumOf(version.Checksum) : null,
            ObjectParts = wanted.Contains("ObjectParts") && version.Parts.Count > 0 ? PartsOf(version, request) : null,
            StorageClass = wanted.Contains("StorageClass") ? new StorageClass(version.Attributes.StorageClass) : (StorageClass?)null,
            ObjectSize = wanted.Contains("ObjectSize") ? version.Content.Length : null,
        });
    }

    private static Protocol.Checksum? ChecksumOf(Checksum? checksum) => checksum is null ? null : new Protocol.Checksum
    {
        // S3 leaves out how many parts a composite checksum is of.
        ChecksumCRC32 = Of(checksum, "CRC32"),
        ChecksumCRC32C = Of(checksum, "CRC32C"),
        ChecksumCRC64NVME = Of(checksum, "CRC64NVME"),
        ChecksumSHA1 = Of(checksum, "SHA1"),
        ChecksumSHA256 = Of(checksum, "SHA256"),
        ChecksumSHA512 = Of(checksum, "SHA512"),
        ChecksumMD5 = Of(checksum, "MD5"),
        ChecksumXXHASH64 = Of(checksum, "XXHASH64"),
        ChecksumXXHASH3 = Of(checksum, "XXHASH3"),
        ChecksumXXHASH128 = Of(checksum, "XXHASH128"),
        ChecksumType = checksum.TypeName,
    };

    private static string? Of(Checksum? checksum, string algorithm) =>
        checksum?.Algorithm.Name == algorithm ? checksum.Value.Split('-')[0] : null;

    private static GetObjectAttributesParts PartsOf(ObjectVersion version, GetObjectAttributesRequest request)
    {
        int marker = int.TryParse(request.PartNumberMarker, NumberStyles.None, CultureInfo.InvariantCulture, out int after) ? after : 0;
        int max = Math.Min(request.MaxParts ?? MaxParts, MaxParts);
        List<(ObjectPart Part, int Number)> rest = [.. version.Parts.Select(static (part, index) => (part, index + 1)).Where(part => part.Item2 > marker)];
        List<(ObjectPart Part, int Number)> page = [.. rest.Take(max)];
        bool hasPartChecksums = version.Checksum?.Type == Checksums.ChecksumType.Composite;
        return new GetObjectAttributesParts
        {
            TotalPartsCount = version.Parts.Count,
            PartNumberMarker = hasPartChecksums ? marker.ToString(CultureInfo.InvariantCulture) : null,
            NextPartNumberMarker = hasPartChecksums ? (page.Count == 0 ? 0 : page[^1].Number).ToString(CultureInfo.InvariantCulture) : null,
            MaxParts = hasPartChecksums ? max : null,
            IsTruncated = hasPartChecksums ? page.Count < rest.Count : null,
            // S3 lists the parts of those objects alone that were uploaded with checksums of parts.
            Parts = hasPartChecksums ? [.. page.Select(static part => PartOf(part.Part, part.Number))] : [],
        };
    }

    private static Protocol.ObjectPart PartOf(ObjectPart part, int number) => new()
    {
        PartNumber = number,
        Size = part.Content.Length,
        ChecksumCRC32 = Of(part.Checksum, "CRC32"),
        ChecksumCRC32C = Of(part.Checksum, "CRC32C"),
        ChecksumCRC64NVME = Of(part.Checksum, "CRC64NVME"),
        ChecksumSHA1 = Of(part.Checksum, "SHA1"),
        ChecksumSHA256 = Of(part.Checksum, "SHA256"),
        ChecksumSHA512 = Of(part.Checksum, "SHA512"),
        ChecksumMD5 = Of(part.Checksum, "MD5"),
        ChecksumXXHASH64 = Of(part.Checksum, "XXHASH64"),
        ChecksumXXHASH3 = Of(part.Checksum, "XXHASH3"),
        ChecksumXXHASH128 = Of(part.Checksum, "XXHASH128"),
    };
}
