using System.Xml;
using System.Xml.Linq;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Operations.Locking;
using S3Gen.Testing.Payload;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Operations;

/// <summary>DeleteObjects: up to 1,000 keys, each of which succeeds or fails alone.</summary>
internal sealed class DeleteObjectsOperation(ObjectStore store, S3TestServerOptions options)
{
    private const int MaxKeys = 1000;

    internal Task ExecuteAsync(S3Call call)
    {
        Bucket bucket = store.Bucket(call.Bucket);
        if (!call.DocumentHasDigest)
        {
            throw PayloadFaults.MissingContentMd5();
        }
        XElement request = call.ReadXml("Delete");
        List<XElement> objects = [.. request.Children("Object")];
        List<Entry> deletions = [.. objects.Select(Entry.Read)];
        if (deletions.Count is 0 or > MaxKeys || deletions.Exists(static deletion => deletion.Key.Length == 0))
        {
            throw Faults.MalformedXml();
        }
        bool isQuiet = request.Text("Quiet") == "true";
        bool bypasses = LockHeaders.BypassesGovernance(call);
        return call.WriteXmlAsync("DeleteResult", xml =>
        {
            foreach (Entry deletion in deletions)
            {
                Execute(xml, bucket, deletion, isQuiet, bypasses);
            }
        });
    }

    private void Execute(XmlWriter xml, Bucket bucket, Entry deletion, bool isQuiet, bool bypasses)
    {
        try
        {
            if (deletion.Unsupported is { } unsupported)
            {
                throw Faults.NotImplemented(unsupported);
            }
            WriteCondition condition = deletion.ETag is { } etag ? new WriteCondition(etag, IfAbsent: false) : WriteCondition.None;
            string? versionId = ObjectLookup.Validate(deletion.VersionId);
            DeleteOutcome outcome = bucket.Delete(new Deletion(deletion.Key, versionId, condition, ServerClock.Now(options), bypasses));
            if (!isQuiet)
            {
                WriteDeleted(xml, deletion, outcome);
            }
        }
        catch (S3Fault fault)
        {
            xml.Parent("Error", () =>
            {
                xml.Element("Key", deletion.Key);
                xml.OptionalElement("VersionId", deletion.VersionId);
                xml.Element("Code", fault.Code);
                xml.Element("Message", fault.Message);
            });
        }
    }

    private static void WriteDeleted(XmlWriter xml, Entry deletion, DeleteOutcome outcome) => xml.Parent("Deleted", () =>
    {
        xml.Element("Key", deletion.Key);
        xml.OptionalElement("VersionId", deletion.VersionId);
        if (outcome.DeleteMarker)
        {
            xml.Element("DeleteMarker", true);
            xml.OptionalElement("DeleteMarkerVersionId", outcome.VersionId);
        }
    });

    private sealed record Entry(string Key, string? VersionId, string? ETag, string? Unsupported)
    {
        internal static Entry Read(XElement element) =>
            new(element.RequiredText("Key"), element.Text("VersionId"), element.Text("ETag"), UnsupportedCondition(element));

        // Conditions that only directory buckets have.
        private static string? UnsupportedCondition(XElement element) =>
            element.Elements().Select(static child => child.Name.LocalName).FirstOrDefault(static name => name is "Size" or "LastModifiedTime");
    }
}
