using System.Text;
using S3Gen.Runtime;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Presigning;

/// <summary>Turns a policy into a form.</summary>
internal static class PostPolicySigner
{
    private const string FileName = "${filename}";

    /// <exception cref="ArgumentException">The policy names no bucket or no key, or both a key and a prefix.</exception>
    internal static void Check(PostPolicy policy)
    {
        Require.NotNull(policy.Bucket, Member(nameof(PostPolicy.Bucket)));
        Require.Bucket(policy.Bucket, Member(nameof(PostPolicy.Bucket)));
        if (policy.Key is { } key)
        {
            Require.ObjectKey(key, Member(nameof(PostPolicy.Key)));
        }

        string? fault = (policy.Key, policy.KeyPrefix) switch
        {
            (null, null) => "Key or KeyPrefix is required: a policy without a key would open the whole bucket",
            (not null, not null) => "Key and KeyPrefix exclude each other",
            (_, { } prefix) when prefix.Contains(FileName, StringComparison.Ordinal) => $"KeyPrefix is what comes before {FileName}, which the form adds by itself: leave it out",
            ({ } exact, _) when exact.Contains(FileName, StringComparison.Ordinal) => $"Key is exact, so it cannot hold {FileName}: use KeyPrefix",
            _ => null,
        };
        if (fault is not null)
        {
            throw new ArgumentException($"{nameof(PostPolicy)}.{fault}.", nameof(policy));
        }
    }

    internal static PresignedPost Sign(PostPolicy policy, DocumentSigner signer)
    {
        List<KeyValuePair<string, string>> signing = PostFields.OfSignature(signer);
        string document = Convert.ToBase64String(PolicyDocument.Write(policy, signing, signer.ExpiresAt));
        List<KeyValuePair<string, string>> fields = [new(PostFields.Key, policy.Key ?? policy.KeyPrefix + FileName)];
        foreach (PostCondition condition in policy.Conditions)
        {
            if (condition.Kind == PostConditionKind.Equal)
            {
                fields.Add(new(condition.Field, condition.Value));
            }
        }

        fields.AddRange(signing);
        fields.Add(new(PostFields.Policy, document));
        fields.Add(new(PostFields.Signature, signer.Sign(Encoding.ASCII.GetBytes(document))));
        return new PresignedPost
        {
            Url = UrlOf(signer.Endpoint),
            Fields = fields,
            ExpiresAt = signer.ExpiresAt,
            EffectiveExpiry = signer.EffectiveExpiry,
        };
    }

    private static Uri UrlOf(Endpoint endpoint) => new(endpoint.ToString());

    private static string Member(string name) => $"{nameof(PostPolicy)}.{name}";
}
