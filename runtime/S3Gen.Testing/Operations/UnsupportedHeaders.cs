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
        "x-amz-write-offset-bytes", "x-amz-mfa", "x-amz-object-annotation-", "x-amz-if-match-",
        "x-amz-optional-object-attributes", "x-amz-bucket-namespace",
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
        if (name is "x-amz-expected-bucket-owner" or "x-amz-source-expected-bucket-owner" && call.Header(name) != Account.Number)
        {
            throw AuthFaults.AccessDenied();
        }
    }
}
