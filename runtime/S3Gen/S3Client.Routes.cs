using S3Gen.Runtime.CodeGen;
using S3Gen.Sessions;
using S3Gen.Transfer.Uploads;

namespace S3Gen;

public sealed partial class S3Client
{
    /// <summary>
    /// Requests to directory buckets are signed with sessions, which CreateSession opens; multipart uploads are measured; objects of unknown
    /// length are put in parts.
    /// </summary>
    partial void OnCreated(ClientPipeline pipeline)
    {
        pipeline.UseSessions(CreateSessionOperation.Instance, static bucket => new CreateSessionRequest { Bucket = bucket }, DirectorySession.ToCredentials);
        pipeline.UseMultipart(
            CreateMultipartUploadOperation.Instance, UploadPartOperation.Instance, CompleteMultipartUploadOperation.Instance, AbortMultipartUploadOperation.Instance);
        pipeline.UseParts(
            PutObjectOperation.Instance, static request => request.ContentLength is null ? request.Body : null, new UnboundedPut(this).SendAsync);
    }
}
