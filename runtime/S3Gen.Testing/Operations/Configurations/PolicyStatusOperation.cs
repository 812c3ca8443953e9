using S3Gen.Testing.Auth;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Protocol;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Operations.Configurations;

/// <summary>GetBucketPolicyStatus: whether the policy lets anybody in.</summary>
internal sealed class PolicyStatusOperation(ObjectStore store)
{
    internal Task GetAsync(S3Call call)
    {
        BucketPolicy policy = BucketPolicy.Of(store.Bucket(call.Bucket))
            ?? throw new S3Fault(404, "NoSuchBucketPolicy", "The bucket policy does not exist");
        return call.AnswerAsync(new GetBucketPolicyStatusResponse { PolicyStatus = new PolicyStatus { IsPublic = policy.IsPublic } });
    }
}
