using S3Gen.Testing.Auth;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Operations;

/// <summary>CreateSession, which directory buckets alone have.</summary>
internal sealed class SessionOperation(ObjectStore store, SessionStore sessions)
{
    internal Task OpenAsync(S3Call call)
    {
        if (!DirectoryBucketName.Matches(call.Bucket))
        {
            throw Faults.MethodNotAllowed("GET", "BUCKET");
        }
        if (call.Header(SignatureClaim.SessionTokenHeader) is not null)
        {
            // A session is opened by those who have lasting rights, not by another session.
            throw AuthFaults.AccessDenied();
        }
        store.Bucket(call.Bucket);
        BucketSession session = sessions.Open(call.Bucket);
        return call.WriteXmlAsync("CreateSessionResult", xml => xml.Parent("Credentials", () =>
        {
            xml.Element("SessionToken", session.Token);
            xml.Element("SecretAccessKey", session.SecretAccessKey);
            xml.Element("AccessKeyId", session.AccessKeyId);
            xml.Element("Expiration", session.Expires);
        }));
    }
}
