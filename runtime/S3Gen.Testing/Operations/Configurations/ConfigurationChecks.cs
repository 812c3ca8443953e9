using S3Gen.Testing.Errors;
using S3Gen.Testing.Protocol;
using Bucket = S3Gen.Testing.Store.Bucket;
using Versioning = S3Gen.Testing.Store.Versioning;

namespace S3Gen.Testing.Operations.Configurations;

/// <summary>What S3 asks of a document beyond the form that its model describes.</summary>
internal static class ConfigurationChecks
{
    private const int MaxCorsRules = 100;

    private static readonly string[] CorsMethods = ["GET", "PUT", "POST", "DELETE", "HEAD"];

    internal static void Accelerate(PutBucketAccelerateConfigurationRequest put, Bucket bucket)
    {
        if (bucket.Name.Contains('.', StringComparison.Ordinal))
        {
            throw Faults.InvalidRequest("S3 Transfer Acceleration is not supported for buckets with periods (.) in their names");
        }
    }

    internal static void Cors(PutBucketCorsRequest put, Bucket bucket)
    {
        IReadOnlyList<CORSRule> rules = put.CORSConfiguration!.CORSRules;
        if (rules.Count > MaxCorsRules)
        {
            throw Faults.InvalidRequest("The number of CORS rules should not exceed allowed limit of 100 rules.");
        }
        foreach (string method in rules.SelectMany(static rule => rule.AllowedMethods).Except(CorsMethods))
        {
            throw Faults.InvalidRequest($"Found unsupported HTTP method in CORS config. Unsupported method is {method}");
        }
        foreach (string origin in rules.SelectMany(static rule => rule.AllowedOrigins).Where(static origin => origin.Count(static c => c == '*') > 1))
        {
            throw Faults.InvalidRequest($"AllowedOrigin \"{origin}\" can not have more than one wildcard.");
        }
    }

    internal static void Encryption(PutBucketEncryptionRequest put, Bucket bucket)
    {
        IReadOnlyList<ServerSideEncryptionRule> rules = put.ServerSideEncryptionConfiguration!.Rules;
        if (rules.Count != 1)
        {
            throw Faults.MalformedXml();
        }
        if (rules[0].ApplyServerSideEncryptionByDefault is { KMSMasterKeyID: { } key, SSEAlgorithm.Value: "AES256" })
        {
            throw Faults.InvalidArgument("a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse", "ApplyServerSideEncryptionByDefault", key);
        }
    }

    internal static void Ownership(PutBucketOwnershipControlsRequest put, Bucket bucket)
    {
        if (put.OwnershipControls!.Rules.Count != 1)
        {
            throw Faults.MalformedXml();
        }
    }

    internal static void Replication(PutBucketReplicationRequest put, Bucket bucket)
    {
        if (bucket.Versioning != Versioning.Enabled)
        {
            throw Faults.InvalidRequest("Versioning must be 'Enabled' on the bucket to apply a replication configuration");
        }
    }

    internal static void Website(PutBucketWebsiteRequest put, Bucket bucket)
    {
        WebsiteConfiguration website = put.WebsiteConfiguration!;
        if (website.IndexDocument is null == website.RedirectAllRequestsTo is null)
        {
            throw Faults.InvalidArgument("A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty", "IndexDocument", "null");
        }
        if (website.IndexDocument is { } index && (string.IsNullOrEmpty(index.Suffix) || index.Suffix.Contains('/', StringComparison.Ordinal)))
        {
            throw Faults.InvalidArgument("The IndexDocument Suffix is not well formed", "IndexDocument", index.Suffix ?? "");
        }
    }
}
