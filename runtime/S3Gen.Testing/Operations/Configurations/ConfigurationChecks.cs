using System.Text.Json;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Protocol;
using Bucket = S3Gen.Testing.Store.Bucket;
using Versioning = S3Gen.Testing.Store.Versioning;

namespace S3Gen.Testing.Operations.Configurations;

/// <summary>What S3 asks of a document beyond the form that its model describes.</summary>
internal static class ConfigurationChecks
{
    internal const string DefaultMinimumSize = "all_storage_classes_128K";

    private const int MaxCorsRules = 100;
    private const int MaxLifecycleRules = 1000;
    private const int MaxPolicy = 20 * 1024;

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

    internal static void Lifecycle(PutBucketLifecycleConfigurationRequest put, Bucket bucket)
    {
        if (put.TransitionDefaultMinimumObjectSize is { } size && size.Value != DefaultMinimumSize)
        {
            throw Faults.NotImplemented("x-amz-transition-default-minimum-object-size");
        }
        IReadOnlyList<LifecycleRule> rules = put.LifecycleConfiguration!.Rules;
        if (rules.Count is 0 or > MaxLifecycleRules || rules.Any(static rule => !HasAction(rule)))
        {
            throw Faults.MalformedXml();
        }
        if (rules.Where(static rule => rule.ID is not null).GroupBy(static rule => rule.ID).Any(static group => group.Count() > 1))
        {
            throw Faults.InvalidArgument("RuleId must be unique. Found same ID for more than one rule", "ID", "");
        }
        if (rules.FirstOrDefault(static rule => rule.Expiration?.Days <= 0) is { } rule)
        {
            throw Faults.InvalidArgument("'Days' for Expiration action must be a positive integer", "Days", $"{rule.Expiration!.Days}");
        }
    }

    internal static void Ownership(PutBucketOwnershipControlsRequest put, Bucket bucket)
    {
        if (put.OwnershipControls!.Rules.Count != 1)
        {
            throw Faults.MalformedXml();
        }
    }

    internal static void Policy(PutBucketPolicyRequest put, Bucket bucket)
    {
        string text = put.Policy ?? "";
        if (text.Length > MaxPolicy)
        {
            throw Malformed("Policy has exceeded the maximum allowed document size.");
        }
        try
        {
            using JsonDocument policy = JsonDocument.Parse(text);
            if (policy.RootElement.ValueKind != JsonValueKind.Object || !policy.RootElement.TryGetProperty("Statement", out _))
            {
                throw Malformed("Missing required field Statement");
            }
        }
        catch (JsonException)
        {
            throw Malformed("This policy contains invalid Json");
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

    private static bool HasAction(LifecycleRule rule) => rule.Expiration is not null || rule.Transitions.Count > 0
        || rule.NoncurrentVersionExpiration is not null || rule.NoncurrentVersionTransitions.Count > 0 || rule.AbortIncompleteMultipartUpload is not null;

    private static S3Fault Malformed(string message) => new(400, "MalformedPolicy", message);
}
