using System.Xml.Linq;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Operations;

/// <summary>The versioning state of a bucket.</summary>
internal sealed class VersioningOperations(ObjectStore store)
{
    internal Task GetAsync(S3Call call)
    {
        Versioning versioning = store.Bucket(call.Bucket).Versioning;
        return call.WriteXmlAsync("VersioningConfiguration", xml =>
            xml.OptionalElement("Status", versioning == Versioning.Off ? null : versioning.ToString()));
    }

    internal Task PutAsync(S3Call call)
    {
        Bucket bucket = store.Bucket(call.Bucket);
        XElement configuration = call.ReadXml("VersioningConfiguration");
        if (configuration.Text("MfaDelete") is not (null or "Disabled"))
        {
            throw Faults.NotImplemented("MfaDelete");
        }
        if (bucket.HasObjectLock && configuration.Text("Status") != "Enabled")
        {
            throw new S3Fault(409, "InvalidBucketState", "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.");
        }
        bucket.Versioning = configuration.Text("Status") switch
        {
            "Enabled" => Versioning.Enabled,
            "Suspended" => Versioning.Suspended,
            null => throw new S3Fault(400, "IllegalVersioningConfigurationException", "The Versioning element must be specified"),
            _ => throw Faults.MalformedXml(),
        };
        return call.EmptyAsync(200);
    }
}
