using S3Gen.Testing.Auth;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;

namespace S3Gen.Testing.Operations;

/// <summary>
/// Refuses headers that ask for what this server does not do. To ignore one would be a wrong success: an object that the client believes
/// to be locked, encrypted with its own key or readable by others.
/// </summary>
internal static class UnsupportedHeaders
{
    private static readonly string[] PrefixesNotImplemented =
    [
        "x-amz-server-side-encryption-", "x-amz-copy-source-server-side-encryption-", "x-amz-write-offset-bytes", "x-amz-mfa",
        "x-amz-bypass-governance-retention", "x-amz-object-annotation", "x-amz-bucket-object-lock-enabled", "x-amz-object-ownership",
        "x-amz-if-match-", "x-amz-optional-object-attributes", "x-amz-rename-source", "x-amz-bucket-namespace", "x-amz-client-token",
    ];

    internal static void Reject(S3Call call)
    {
        if (DirectoryBucketName.Matches(call.Bucket) && call.Header("Content-MD5") is not null)
        {
            // Directory buckets take CRC32, CRC32C, CRC64NVME, SHA-1 and SHA-256.
            throw Faults.NotImplemented("Content-MD5");
        }
        foreach (string name in call.Request.Headers.Keys)
        {
            if (!name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }
            if (PrefixesNotImplemented.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                throw Faults.NotImplemented(name);
            }
            RejectValue(call, name.ToLowerInvariant());
        }
    }

    private static void RejectValue(S3Call call, string name)
    {
        string value = call.Header(name) ?? "";
        switch (name)
        {
            case "x-amz-server-side-encryption" when value != "AES256":
                throw Faults.NotImplemented(name);
            case "x-amz-acl" when value is not ("private" or "bucket-owner-full-control"):
            case { } when name.StartsWith("x-amz-grant-", StringComparison.Ordinal):
                throw Faults.AclNotSupported();
            case { } when name.StartsWith("x-amz-object-lock-", StringComparison.Ordinal):
                throw Faults.InvalidRequest("Bucket is missing Object Lock Configuration");
            case "x-amz-expected-bucket-owner" or "x-amz-source-expected-bucket-owner" when value != Account.Number:
                throw AuthFaults.AccessDenied();
            default:
                break;
        }
    }
}
