using System.Globalization;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Protocol;
using Bucket = S3Gen.Testing.Store.Bucket;

namespace S3Gen.Testing.Operations.Configurations;

/// <summary>What S3 asks of the rules of a lifecycle beyond the form that its model describes.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html"/>
internal static class LifecycleChecks
{
    internal const string DefaultMinimumSize = "all_storage_classes_128K";

    private const int MaxRules = 1000;
    private const int MaxId = 255;

    internal static void Verify(PutBucketLifecycleConfigurationRequest put, Bucket bucket)
    {
        if (put.TransitionDefaultMinimumObjectSize is { } size && size.Value != DefaultMinimumSize)
        {
            throw Faults.NotImplemented("x-amz-transition-default-minimum-object-size");
        }
        IReadOnlyList<LifecycleRule> rules = put.LifecycleConfiguration!.Rules;
        if (rules.Count is 0 or > MaxRules || !rules.All(IsWhole))
        {
            throw Faults.MalformedXml();
        }
        foreach (LifecycleRule rule in rules)
        {
            VerifyValues(rule);
        }
        if (rules.Where(static rule => rule.ID is not null).GroupBy(static rule => rule.ID).Any(static group => group.Count() > 1))
        {
            throw Faults.InvalidArgument("RuleId must be unique. Found same ID for more than one rule", "ID", "");
        }
    }

    /// <summary>It says which objects it is for, in one way, and what becomes of them, each action at one time.</summary>
    private static bool IsWhole(LifecycleRule rule) => rule.Filter is null != OldPrefix(rule) is null && HasAction(rule)
        && rule.Expiration is null or { Days: not null, Date: null, ExpiredObjectDeleteMarker: null }
            or { Days: null, Date: not null, ExpiredObjectDeleteMarker: null } or { Days: null, Date: null, ExpiredObjectDeleteMarker: not null }
        && rule.Transitions.All(static transition => transition.Days is null != transition.Date is null);

#pragma warning disable CS0618 // S3 still takes what its model deprecates.
    private static string? OldPrefix(LifecycleRule rule) => rule.Prefix;
#pragma warning restore CS0618

    private static bool HasAction(LifecycleRule rule) => rule.Expiration is not null || rule.Transitions.Count > 0
        || rule.NoncurrentVersionExpiration is not null || rule.NoncurrentVersionTransitions.Count > 0 || rule.AbortIncompleteMultipartUpload is not null;

    private static void VerifyValues(LifecycleRule rule)
    {
        if (rule.ID?.Length > MaxId)
        {
            throw Faults.InvalidArgument("ID length should not exceed allowed limit of 255", "ID", rule.ID);
        }
        if (rule.Expiration?.Days <= 0)
        {
            throw Faults.InvalidArgument("'Days' for Expiration action must be a positive integer", "Days", $"{rule.Expiration!.Days}");
        }
        foreach (DateTimeOffset date in rule.Transitions.Select(static transition => transition.Date).Append(rule.Expiration?.Date).OfType<DateTimeOffset>())
        {
            if (date.UtcDateTime.TimeOfDay != TimeSpan.Zero)
            {
                throw Faults.InvalidArgument("'Date' must be at midnight GMT", "Date", date.ToString("O", CultureInfo.InvariantCulture));
            }
        }
    }
}
