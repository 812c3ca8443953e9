using System.Xml;
using S3Gen.Testing.Checksums;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Operations;

/// <summary>ListParts and ListMultipartUploads.</summary>
internal sealed class MultipartListingOperations(ObjectStore store)
{
    private const int MaxItems = 1000;

    internal Task ListPartsAsync(S3Call call)
    {
        Upload upload = store.Bucket(call.Bucket).FindUpload(call.Key, call.Query["uploadId"] ?? "");
        int max = call.QueryNumber("max-parts", MaxItems, MaxItems);
        int marker = call.QueryNumber("part-number-marker", 0, int.MaxValue);
        List<ObjectPart> remaining = [.. upload.Parts.Values.Where(part => part.Number > marker).OrderBy(static part => part.Number)];
        List<ObjectPart> page = [.. remaining.Take(max)];
        return call.WriteXmlAsync("ListPartsResult", xml =>
        {
            xml.Element("Bucket", call.Bucket);
            xml.Element("Key", call.Key);
            xml.Element("UploadId", upload.Id);
            Account.WriteAs(xml, "Initiator");
            Account.WriteAs(xml, "Owner");
            xml.Element("StorageClass", upload.Attributes.StorageClass);
            xml.Element("PartNumberMarker", marker);
            xml.Element("NextPartNumberMarker", page.Count == 0 ? 0 : page[^1].Number);
            xml.Element("MaxParts", max);
            xml.Element("IsTruncated", max > 0 && page.Count < remaining.Count);
            WriteChecksumKind(xml, upload);
            foreach (ObjectPart part in page)
            {
                WritePart(xml, part);
            }
        });
    }

    internal Task ListUploadsAsync(S3Call call)
    {
        ListingParameters parameters = ListingParameters.Read(call);
        string keyMarker = call.Query["key-marker"] ?? "";
        // S3 ignores the id where there is no key.
        string? idMarker = keyMarker.Length == 0 ? null : call.Query.NonEmpty("upload-id-marker");
        int max = call.QueryNumber("max-uploads", MaxItems, MaxItems);
        ListingPage<Upload> page = store.Bucket(call.Bucket).ListUploads(new(parameters.Prefix, parameters.Delimiter, max, keyMarker, idMarker));
        return call.WriteXmlAsync("ListMultipartUploadsResult", xml =>
        {
            xml.Element("Bucket", call.Bucket);
            xml.Element("KeyMarker", parameters.Text(keyMarker));
            xml.Element("UploadIdMarker", idMarker ?? "");
            if (page.IsTruncated)
            {
                xml.Element("NextKeyMarker", parameters.Text(page.LastKey));
                xml.Element("NextUploadIdMarker", page.LastItem ?? "");
            }
            parameters.WriteFilter(xml);
            xml.Element("MaxUploads", max);
            xml.Element("IsTruncated", page.IsTruncated);
            foreach (Upload upload in page.Items)
            {
                WriteUpload(xml, parameters, upload);
            }
            parameters.WriteCommonPrefixes(xml, page.CommonPrefixes);
        });
    }

    private static void WritePart(XmlWriter xml, ObjectPart part) => xml.Parent("Part", () =>
    {
        xml.Element("PartNumber", part.Number);
        xml.Element("LastModified", part.LastModified);
        xml.Element("ETag", $"\"{part.ETag}\"");
        xml.Element("Size", part.Content.Length);
        if (part.Checksum is { } checksum)
        {
            xml.Element(checksum.Algorithm.ElementName, checksum.Value);
        }
    });

    private static void WriteUpload(XmlWriter xml, ListingParameters parameters, Upload upload) => xml.Parent("Upload", () =>
    {
        xml.Element("Key", parameters.Text(upload.Key));
        xml.Element("UploadId", upload.Id);
        Account.WriteAs(xml, "Initiator");
        Account.WriteAs(xml, "Owner");
        xml.Element("StorageClass", upload.Attributes.StorageClass);
        xml.Element("Initiated", upload.Initiated);
        WriteChecksumKind(xml, upload);
    });

    private static void WriteChecksumKind(XmlWriter xml, Upload upload)
    {
        if (upload.ChecksumAlgorithm is { } algorithm)
        {
            xml.Element("ChecksumAlgorithm", algorithm.Name);
            xml.Element("ChecksumType", new Checksum(algorithm, "", upload.ChecksumType).TypeName);
        }
    }
}
