using S3Gen.Testing.CodeGen;
using S3Gen.Testing.Protocol;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Operations.Configurations;

internal sealed class AnalyticsConfigurations(ObjectStore store)
    : NumberedConfiguration<PutBucketAnalyticsConfigurationRequest>(store, "analytics", "BucketAnalyticsConfiguration")
{
    protected override string? IdOf(PutBucketAnalyticsConfigurationRequest put) => put.AnalyticsConfiguration!.Id;

    protected override IServerOutput Show(PutBucketAnalyticsConfigurationRequest put) =>
        new GetBucketAnalyticsConfigurationResponse { AnalyticsConfiguration = put.AnalyticsConfiguration };

    protected override IServerOutput ShowPage(IReadOnlyList<PutBucketAnalyticsConfigurationRequest> page, string? token, string? next) =>
        new ListBucketAnalyticsConfigurationsResponse
        {
            AnalyticsConfigurationList = [.. page.Select(static put => put.AnalyticsConfiguration!)],
            IsTruncated = next is not null,
            ContinuationToken = token,
            NextContinuationToken = next,
        };
}

internal sealed class IntelligentTieringConfigurations(ObjectStore store)
    : NumberedConfiguration<PutBucketIntelligentTieringConfigurationRequest>(store, "intelligent-tiering", "BucketIntelligentTieringConfiguration")
{
    protected override string? IdOf(PutBucketIntelligentTieringConfigurationRequest put) => put.IntelligentTieringConfiguration!.Id;

    protected override IServerOutput Show(PutBucketIntelligentTieringConfigurationRequest put) =>
        new GetBucketIntelligentTieringConfigurationResponse { IntelligentTieringConfiguration = put.IntelligentTieringConfiguration };

    protected override IServerOutput ShowPage(IReadOnlyList<PutBucketIntelligentTieringConfigurationRequest> page, string? token, string? next) =>
        new ListBucketIntelligentTieringConfigurationsResponse
        {
            IntelligentTieringConfigurationList = [.. page.Select(static put => put.IntelligentTieringConfiguration!)],
            IsTruncated = next is not null,
            ContinuationToken = token,
            NextContinuationToken = next,
        };
}

internal sealed class InventoryConfigurations(ObjectStore store)
    : NumberedConfiguration<PutBucketInventoryConfigurationRequest>(store, "inventory", "BucketInventoryConfiguration")
{
    protected override string? IdOf(PutBucketInventoryConfigurationRequest put) => put.InventoryConfiguration!.Id;

    protected override IServerOutput Show(PutBucketInventoryConfigurationRequest put) =>
        new GetBucketInventoryConfigurationResponse { InventoryConfiguration = put.InventoryConfiguration };

    protected override IServerOutput ShowPage(IReadOnlyList<PutBucketInventoryConfigurationRequest> page, string? token, string? next) =>
        new ListBucketInventoryConfigurationsResponse
        {
            InventoryConfigurationList = [.. page.Select(static put => put.InventoryConfiguration!)],
            IsTruncated = next is not null,
            ContinuationToken = token,
            NextContinuationToken = next,
        };
}

internal sealed class MetricsConfigurations(ObjectStore store)
    : NumberedConfiguration<PutBucketMetricsConfigurationRequest>(store, "metrics", "BucketMetricsConfiguration")
{
    protected override string? IdOf(PutBucketMetricsConfigurationRequest put) => put.MetricsConfiguration!.Id;

    protected override IServerOutput Show(PutBucketMetricsConfigurationRequest put) =>
        new GetBucketMetricsConfigurationResponse { MetricsConfiguration = put.MetricsConfiguration };

    protected override IServerOutput ShowPage(IReadOnlyList<PutBucketMetricsConfigurationRequest> page, string? token, string? next) =>
        new ListBucketMetricsConfigurationsResponse
        {
            MetricsConfigurationList = [.. page.Select(static put => put.MetricsConfiguration!)],
            IsTruncated = next is not null,
            ContinuationToken = token,
            NextContinuationToken = next,
        };
}
