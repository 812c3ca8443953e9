using System.Xml;
using S3Gen.Testing.Checksums;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Operations;

/// <summary>ListObjects, ListObjectsV2 and ListObjectVersions.</summary>
internal sealed class ObjectListingOperations(ObjectStore store)
{
    internal Task ListV1Async(S3Call call)
    {
        ListingParameters parameters = ListingParameters.Read(call);
        string marker = call.Query["marker"] ?? "";
        int max = call.QueryNumber("max-keys", ListingParameters.MaxItems, ListingParameters.MaxItems);
        ListingPage<ObjectVersion> page = store.Bucket(call.Bucket).ListObjects(new(parameters.Prefix, parameters.Delimiter, max, marker));
        return call.WriteXmlAsync("ListBucketResult", xml =>
        {
            parameters.WriteHead(xml, call.Bucket);
            xml.Element("Marker", parameters.Text(marker));
            // Without a delimiter the last key serves as the marker, and S3 says nothing.
            xml.OptionalElement("NextMarker", page.IsTruncated && parameters.Delimiter.Length > 0 ? parameters.Text(page.LastKey) : null);
            xml.Element("MaxKeys", max);
            xml.Element("IsTruncated", page.IsTruncated);
            WriteObjects(xml, parameters, page.Items, withOwner: true);
            parameters.WriteCommonPrefixes(xml, page.CommonPrefixes);
        });
    }

    internal Task ListV2Async(S3Call call)
    {
        ListingParameters parameters = ListingParameters.Read(call);
        string? startAfter = call.Query.NonEmpty("start-after");
        string? token = call.Query.NonEmpty("continuation-token");
        string after = token is null ? startAfter ?? "" : ContinuationToken.Decode(token);
        int max = call.QueryNumber("max-keys", ListingParameters.MaxItems, ListingParameters.MaxItems);
        bool withOwner = call.Query["fetch-owner"] == "true";
        ListingPage<ObjectVersion> page = store.Bucket(call.Bucket).ListObjects(new(parameters.Prefix, parameters.Delimiter, max, after));
        return call.WriteXmlAsync("ListBucketResult", xml =>
        {
            parameters.WriteHead(xml, call.Bucket);
            xml.OptionalElement("StartAfter", startAfter is null ? null : parameters.Text(startAfter));
            xml.OptionalElement("ContinuationToken", token);
            xml.OptionalElement("NextContinuationToken", page.IsTruncated ? ContinuationToken.Encode(page.LastKey) : null);
            xml.Element("KeyCount", page.Count);
            xml.Element("MaxKeys", max);
            xml.Element("IsTruncated", page.IsTruncated);
            WriteObjects(xml, parameters, page.Items, withOwner);
            parameters.WriteCommonPrefixes(xml, page.CommonPrefixes);
        });
    }

    internal Task ListVersionsAsync(S3Call call)
    {
        ListingParameters parameters = ListingParameters.Read(call);
        string keyMarker = call.Query["key-marker"] ?? "";
        string? versionMarker = ObjectLookup.Validate(call.Query.NonEmpty("version-id-marker"));
        if (versionMarker is not null && keyMarker.Length == 0)
        {
            throw Errors.Faults.InvalidArgument("A version-id marker cannot be specified without a key marker.", "version-id-marker", versionMarker);
        }
        int max = call.QueryNumber("max-keys", ListingParameters.MaxItems, ListingParameters.MaxItems);
        ListingPage<(ObjectVersion Version, bool IsLatest)> page =
            store.Bucket(call.Bucket).ListVersions(new(parameters.Prefix, parameters.Delimiter, max, keyMarker, versionMarker));
        return call.WriteXmlAsync("ListVersionsResult", xml =>
        {
            parameters.WriteHead(xml, call.Bucket);
            xml.Element("KeyMarker", parameters.Text(keyMarker));
            xml.Element("VersionIdMarker", versionMarker ?? "");
            if (page.IsTruncated)
            {
                xml.Element("NextKeyMarker", parameters.Text(page.LastKey));
                xml.OptionalElement("NextVersionIdMarker", page.LastItem);
            }
            xml.Element("MaxKeys", max);
            xml.Element("IsTruncated", page.IsTruncated);
            foreach ((ObjectVersion version, bool isLatest) in page.Items)
            {
                WriteVersion(xml, parameters, version, isLatest);
            }
            parameters.WriteCommonPrefixes(xml, page.CommonPrefixes);
        });
    }

    private static void WriteObjects(XmlWriter xml, ListingParameters parameters, List<ObjectVersion> objects, bool withOwner)
    {
        foreach (ObjectVersion version in objects)
        {
            xml.Parent("Contents", () =>
            {
                xml.Element("Key", parameters.Text(version.Key));
                xml.Element("LastModified", version.LastModified);
                WriteContentElements(xml, version);
                if (withOwner)
                {
                    Account.WriteAs(xml, "Owner");
                }
            });
        }
    }

    private static void WriteVersion(XmlWriter xml, ListingParameters parameters, ObjectVersion version, bool isLatest) =>
        xml.Parent(version.IsDeleteMarker ? "DeleteMarker" : "Version", () =>
        {
            xml.Element("Key", parameters.Text(version.Key));
            xml.Element("VersionId", version.VersionId);
            xml.Element("IsLatest", isLatest);
            xml.Element("LastModified", version.LastModified);
            if (!version.IsDeleteMarker)
            {
                WriteContentElements(xml, version);
            }
            Account.WriteAs(xml, "Owner");
        });

    private static void WriteContentElements(XmlWriter xml, ObjectVersion version)
    {
        xml.Element("ETag", $"\"{version.ETag}\"");
        if (version.Checksum is Checksum checksum)
        {
            xml.Element("ChecksumAlgorithm", checksum.Algorithm.Name);
            xml.Element("ChecksumType", checksum.TypeName);
        }
        xml.Element("Size", version.Content.Length);
        xml.Element("StorageClass", version.Attributes.StorageClass);
    }
}
