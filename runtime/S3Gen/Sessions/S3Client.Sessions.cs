using S3Gen.Runtime.CodeGen;
using S3Gen.Sessions;

namespace S3Gen;

public sealed partial class S3Client
{
    /// <summary>Requests to directory buckets are signed with sessions, which CreateSession opens; multipart uploads are measured.</summary>
    static partial void OnCreated(ClientPipeline pipeline)
    {
        pipeline.UseSessions(CreateSessionOperation.Instance, static bucket => new CreateSessionRequest { Bucket = bucket }, DirectorySession.ToCredentials);
        pipeline.UseMultipart(
            CreateMultipartUploadOperation.Instance, UploadPartOperation.Instance, CompleteMultipartUploadOperation.Instance, AbortMultipartUploadOperation.Instance);
    }
}
