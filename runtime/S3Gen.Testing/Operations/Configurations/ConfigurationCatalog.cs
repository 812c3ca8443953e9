using S3Gen.Testing.CodeGen;
using S3Gen.Testing.Protocol;

namespace S3Gen.Testing.Operations.Configurations;

/// <summary>Every kind of document that a bucket has one of. A new kind is an entry here; its form comes from the model.</summary>
internal static class ConfigurationCatalog
{
    internal static readonly IReadOnlyList<ConfigurationKind> All =
    [
        ConfigurationKind.Of<PutBucketAbacRequest>(
            "abac", ("PutBucketAbac", "GetBucketAbac", null),
            static put => new GetBucketAbacResponse { AbacStatus = put.AbacStatus },
            static () => new GetBucketAbacResponse { AbacStatus = new AbacStatus { Status = "Disabled" } }),
        ConfigurationKind.Of<PutBucketAccelerateConfigurationRequest>(
            "accelerate", ("PutBucketAccelerateConfiguration", "GetBucketAccelerateConfiguration", null),
            static put => new GetBucketAccelerateConfigurationResponse { Status = put.AccelerateConfiguration!.Status },
            static () => new GetBucketAccelerateConfigurationResponse(),
            ConfigurationChecks.Accelerate),
        ConfigurationKind.Of<PutBucketCorsRequest>(
            "cors", Named("BucketCors"),
            static put => new GetBucketCorsResponse { CORSRules = put.CORSConfiguration!.CORSRules },
            new S3FaultText(404, "NoSuchCORSConfiguration", "The CORS configuration does not exist"),
            ConfigurationChecks.Cors),
        ConfigurationKind.Of<PutBucketEncryptionRequest>(
            "encryption", Named("BucketEncryption"),
            static put => new GetBucketEncryptionResponse { ServerSideEncryptionConfiguration = put.ServerSideEncryptionConfiguration },
            DefaultEncryption,
            ConfigurationChecks.Encryption),
        ConfigurationKind.Of<PutBucketLifecycleConfigurationRequest>(
            "lifecycle", ("PutBucketLifecycleConfiguration", "GetBucketLifecycleConfiguration", "DeleteBucketLifecycle"),
            static put => new GetBucketLifecycleConfigurationResponse { Rules = put.LifecycleConfiguration!.Rules, TransitionDefaultMinimumObjectSize = LifecycleChecks.DefaultMinimumSize },
            new S3FaultText(404, "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"),
            LifecycleChecks.Verify),
        ConfigurationKind.Of<PutBucketLoggingRequest>(
            "logging", ("PutBucketLogging", "GetBucketLogging", null),
            static put => new GetBucketLoggingResponse { LoggingEnabled = put.BucketLoggingStatus!.LoggingEnabled },
            static () => new GetBucketLoggingResponse()),
        ConfigurationKind.Of<PutBucketNotificationConfigurationRequest>(
            "notification", ("PutBucketNotificationConfiguration", "GetBucketNotificationConfiguration", null),
            Notification,
            static () => new GetBucketNotificationConfigurationResponse()),
        ConfigurationKind.Of<PutBucketOwnershipControlsRequest>(
            "ownershipControls", Named("BucketOwnershipControls"),
            static put => new GetBucketOwnershipControlsResponse { OwnershipControls = put.OwnershipControls },
            new S3FaultText(404, "OwnershipControlsNotFoundError", "The bucket ownership controls were not found"),
            ConfigurationChecks.Ownership),
        ConfigurationKind.Of<PutBucketPolicyRequest>(
            "policy", Named("BucketPolicy"),
            static put => new GetBucketPolicyResponse { Policy = put.Policy },
            new S3FaultText(404, "NoSuchBucketPolicy", "The bucket policy does not exist"),
            PolicyChecks.Verify) with { PutStatus = 204 },
        ConfigurationKind.Of<PutPublicAccessBlockRequest>(
            "publicAccessBlock", Named("PublicAccessBlock"),
            PublicAccess,
            new S3FaultText(404, "NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found")),
        ConfigurationKind.Of<PutBucketReplicationRequest>(
            "replication", Named("BucketReplication"),
            static put => new GetBucketReplicationResponse { ReplicationConfiguration = put.ReplicationConfiguration },
            new S3FaultText(404, "ReplicationConfigurationNotFoundError", "The replication configuration was not found"),
            ConfigurationChecks.Replication),
        ConfigurationKind.Of<PutBucketRequestPaymentRequest>(
            "requestPayment", ("PutBucketRequestPayment", "GetBucketRequestPayment", null),
            static put => new GetBucketRequestPaymentResponse { Payer = put.RequestPaymentConfiguration!.Payer },
            static () => new GetBucketRequestPaymentResponse { Payer = "BucketOwner" }),
        ConfigurationKind.Of<PutBucketWebsiteRequest>(
            "website", Named("BucketWebsite"),
            Website,
            new S3FaultText(404, "NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration"),
            ConfigurationChecks.Website),
    ];

    private static (string Put, string Get, string? Delete) Named(string subject) => ("Put" + subject, "Get" + subject, "Delete" + subject);

    private static GetBucketNotificationConfigurationResponse Notification(PutBucketNotificationConfigurationRequest put) => new()
    {
        TopicConfigurations = put.NotificationConfiguration!.TopicConfigurations,
        QueueConfigurations = put.NotificationConfiguration.QueueConfigurations,
        LambdaFunctionConfigurations = put.NotificationConfiguration.LambdaFunctionConfigurations,
        EventBridgeConfiguration = put.NotificationConfiguration.EventBridgeConfiguration,
    };

    private static GetBucketWebsiteResponse Website(PutBucketWebsiteRequest put) => new()
    {
        RedirectAllRequestsTo = put.WebsiteConfiguration!.RedirectAllRequestsTo,
        IndexDocument = put.WebsiteConfiguration.IndexDocument,
        ErrorDocument = put.WebsiteConfiguration.ErrorDocument,
        RoutingRules = put.WebsiteConfiguration.RoutingRules is { Count: > 0 } rules ? rules : null,
    };

    /// <summary>What was not said is off, and S3 says so.</summary>
    private static GetPublicAccessBlockResponse PublicAccess(PutPublicAccessBlockRequest put)
    {
        PublicAccessBlockConfiguration said = put.PublicAccessBlockConfiguration!;
        return new GetPublicAccessBlockResponse
        {
            PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration
            {
                BlockPublicAcls = said.BlockPublicAcls ?? false,
                IgnorePublicAcls = said.IgnorePublicAcls ?? false,
                BlockPublicPolicy = said.BlockPublicPolicy ?? false,
                RestrictPublicBuckets = said.RestrictPublicBuckets ?? false,
            },
        };
    }

    private static IServerOutput DefaultEncryption() => new GetBucketEncryptionResponse
    {
        ServerSideEncryptionConfiguration = new ServerSideEncryptionConfiguration
        {
            Rules =
            [
                new ServerSideEncryptionRule
                {
                    ApplyServerSideEncryptionByDefault = new ServerSideEncryptionByDefault { SSEAlgorithm = "AES256" },
                    BucketKeyEnabled = false,
                },
            ],
        },
    };
}
