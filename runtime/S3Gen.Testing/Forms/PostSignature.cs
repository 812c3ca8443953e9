using S3Gen.Testing.Auth;
using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Forms;

/// <summary>The signature of a form's policy, of Version 4 or 2.</summary>
internal static class PostSignature
{
    /// <returns>The policy, which still has to be held against the file; null for a form that nobody signed.</returns>
    /// <exception cref="S3Fault">The signature is not the policy's, or the form is not what the policy allows.</exception>
    internal static PostPolicy? Verify(PostForm form, string bucket, S3TestServerOptions options)
    {
        if (!options.VerifySignatures || form.Optional("policy") is not { } encoded)
        {
            return null;
        }
        bool isLegacy = options.AcceptSignatureVersion2 && form.Optional("AWSAccessKeyId") is not null;
        string accessKeyId = isLegacy ? form.Field("AWSAccessKeyId") : VerifyScope(form, options).AccessKeyId;
        if (accessKeyId != options.AccessKeyId)
        {
            throw AuthFaults.InvalidAccessKeyId(accessKeyId);
        }
        string? token = form.Optional("x-amz-security-token");
        if (options.SessionToken is null ? token is not null : !Signatures.AreEqual(options.SessionToken, token))
        {
            throw AuthFaults.InvalidToken();
        }
        string signature = form.Field(isLegacy ? "signature" : "x-amz-signature");
        string expected = isLegacy
            ? LegacyQuery.Sign(options.SecretAccessKey, encoded)
            : Signatures.Compute(VerifyScope(form, options).DeriveKey(options.SecretAccessKey), encoded);
        if (!Signatures.AreEqual(expected, signature))
        {
            throw AuthFaults.SignatureDoesNotMatch(accessKeyId, encoded, signature, canonicalRequest: null);
        }
        PostPolicy policy = PostPolicy.Parse(encoded);
        policy.Verify(form, bucket, options.TimeProvider.GetUtcNow());
        return policy;
    }

    private static CredentialScope VerifyScope(PostForm form, S3TestServerOptions options)
    {
        string credential = form.Field("x-amz-credential");
        CredentialScope scope = CredentialScope.Parse(credential, isAsymmetric: false)
            ?? throw Faults.InvalidArgument("The Credential is mal-formed", "x-amz-credential", credential);
        if (form.Field("x-amz-algorithm") != "AWS4-HMAC-SHA256")
        {
            throw Faults.InvalidArgument("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"", "x-amz-algorithm", form.Field("x-amz-algorithm"));
        }
        return scope.Region == options.Region && scope.Service == "s3" && scope.Terminator == "aws4_request"
            ? scope
            : throw AuthFaults.WrongRegion("AuthorizationQueryParametersError", scope.Region, options.Region);
    }
}
