using S3Gen.Runtime;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Benchmarks.Micro.Documents;

/// <summary>The ten largest of those shapes of the model that go both ways.</summary>
internal static class DocumentSet
{
    public static IEnumerable<Document> All =>
    [
        Make("Replication", PutBucketReplicationOperation.Instance, GetBucketReplicationOperation.Instance),
        Make("Lifecycle", PutBucketLifecycleConfigurationOperation.Instance, GetBucketLifecycleConfigurationOperation.Instance),
        Make("Notification", PutBucketNotificationConfigurationOperation.Instance, GetBucketNotificationConfigurationOperation.Instance),
        Make("Analytics", PutBucketAnalyticsConfigurationOperation.Instance, GetBucketAnalyticsConfigurationOperation.Instance),
        Make("Inventory", PutBucketInventoryConfigurationOperation.Instance, GetBucketInventoryConfigurationOperation.Instance),
        Make("Website", PutBucketWebsiteOperation.Instance, GetBucketWebsiteOperation.Instance),
        Make("Logging", PutBucketLoggingOperation.Instance, GetBucketLoggingOperation.Instance),
        Make("IntelligentTiering", PutBucketIntelligentTieringConfigurationOperation.Instance, GetBucketIntelligentTieringConfigurationOperation.Instance),
        Make("Metrics", PutBucketMetricsConfigurationOperation.Instance, GetBucketMetricsConfigurationOperation.Instance),
        Make("AccessControl", PutBucketAclOperation.Instance, GetBucketAclOperation.Instance),
    ];

    private static Document<TPut, TPutResponse, TGet, TGetResponse> Make<TPut, TPutResponse, TGet, TGetResponse>(
        string name, Operation<TPut, TPutResponse> put, Operation<TGet, TGetResponse> get)
        where TPut : class
        where TGetResponse : ServiceResponse => new(name, put, get);
}
