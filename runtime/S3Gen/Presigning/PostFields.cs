using S3Gen.Runtime.CodeGen;

namespace S3Gen.Presigning;

/// <summary>Names of the fields of a POST form that the policy and its signature set.</summary>
internal static class PostFields
{
    internal const string Key = "key";
    internal const string Bucket = "bucket";
    internal const string Algorithm = "x-amz-algorithm";
    internal const string Credential = "x-amz-credential";
    internal const string Date = "x-amz-date";
    internal const string SecurityToken = "x-amz-security-token";
    internal const string Policy = "policy";
    internal const string Signature = "x-amz-signature";
    internal const string File = "file";

    private static readonly string[] Own =
        [Key, Bucket, Algorithm, Credential, Date, SecurityToken, Policy, Signature, File, PostCondition.LengthField];

    internal static bool IsOwn(string field) => Own.Contains(field, StringComparer.OrdinalIgnoreCase);

    /// <summary>The fields that say how the form is signed, which the policy has to mention too.</summary>
    internal static List<KeyValuePair<string, string>> OfSignature(DocumentSigner signer)
    {
        List<KeyValuePair<string, string>> fields =
            [new(Algorithm, signer.Algorithm), new(Credential, signer.Credential), new(Date, signer.Date)];
        if (signer.SessionToken is { } token)
        {
            fields.Add(new(SecurityToken, token));
        }

        return fields;
    }
}
