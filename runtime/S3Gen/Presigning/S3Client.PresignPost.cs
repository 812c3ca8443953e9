using S3Gen.Presigning;
using S3Gen.Runtime;
using S3Gen.Runtime.CodeGen;

namespace S3Gen;

public partial interface IS3Client
{
    /// <summary>Makes a form that uploads an object without credentials, within the bounds of a policy. Nothing is sent.</summary>
    /// <param name="policy">What may be uploaded.</param>
    /// <param name="cancellationToken">Gives the search for credentials up.</param>
    /// <returns>The address and the fields of the form.</returns>
    /// <exception cref="ArgumentException">The policy names no bucket or key, or the bucket takes no forms (a multi-region access point).</exception>
    /// <exception cref="ArgumentOutOfRangeException">The expiry is not a number of whole seconds from 1 second to 7 days.</exception>
    /// <exception cref="CredentialsException">There is nothing to sign with, or what there is has expired.</exception>
    Task<PresignedPost> PresignPostAsync(PostPolicy policy, CancellationToken cancellationToken = default);
}

public sealed partial class S3Client
{
    /// <inheritdoc/>
    public async Task<PresignedPost> PresignPostAsync(PostPolicy policy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        PostPolicySigner.Check(policy);
        EndpointInputs inputs = default;
        inputs.SetText(S3EndpointRules.BucketSlot, policy.Bucket);
        DocumentSigner signer = await _pipeline.PrepareDocumentAsync(
            PutObjectOperation.Instance, policy.Bucket, inputs, policy.Expires, cancellationToken).ConfigureAwait(false);
        return PostPolicySigner.Sign(policy, signer);
    }
}
