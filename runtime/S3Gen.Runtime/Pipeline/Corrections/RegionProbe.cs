using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Pipeline.Corrections;

/// <summary>
/// Asks for nothing but the head of a bucket. Whatever the answer, it tells the bucket's region in <c>x-amz-bucket-region</c>; where
/// the region that was asked is another, the pipeline notes that on the way.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html"/>
internal sealed class RegionProbe(ServiceInfo service) : Operation<string, bool>
{
    public override string Name => nameof(RegionProbe);

    public override ServiceInfo Service => service;

    public override HttpMethod Method => HttpMethod.Head;

    public override OperationFlags Flags => OperationFlags.Idempotent;

    public override void Write(string request, RequestHead head) => head.Bucket = request;

    public override bool Read(ResponseHead response) => true;
}
