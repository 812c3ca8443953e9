using System.Text;
using S3Gen.Benchmarks.Compare;

namespace S3Gen.Benchmarks.Server;

/// <summary>The answers to the beginning and the end of an upload in parts.</summary>
internal static class MultipartDocuments
{
    private const string Attributes = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
    private const string Object = $"<Bucket>{Workload.Bucket}</Bucket><Key>{Workload.LargeKey}</Key>";

    public static readonly byte[] Begun = Encoding.UTF8.GetBytes(
        $"<InitiateMultipartUploadResult {Attributes}>{Object}<UploadId>1</UploadId></InitiateMultipartUploadResult>");

    public static readonly byte[] Completed = Encoding.UTF8.GetBytes(
        $"<CompleteMultipartUploadResult {Attributes}>{Object}<ETag>&quot;9b2cf535f27731c974343645a3985328-64&quot;</ETag></CompleteMultipartUploadResult>");
}
