namespace S3Gen.Runtime;

/// <content>What the rules of a service's endpoints depend on. An option that a service's rules do not know changes nothing.</content>
public partial class ClientOptions
{
    /// <summary>
    /// Whether buckets are reached through S3 Transfer Acceleration, which a bucket has to have been set up for. Default: false. Profiles
    /// of AWS call it <c>use_accelerate_endpoint</c>.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/transfer-acceleration.html"/>
    public bool? UseAccelerate { get; init; }

    /// <summary>
    /// Whether a bucket's ARN is reached in the ARN's region where that is not the client's; if not, such a call is refused. Default:
    /// true. AWS: <c>AWS_S3_USE_ARN_REGION</c>, <c>s3_use_arn_region</c> in profiles.
    /// </summary>
    public bool? UseArnRegion { get; init; }

    /// <summary>
    /// Whether calls to multi-region access points are refused. Default: false. AWS: <c>AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS</c>,
    /// <c>s3_disable_multiregion_access_points</c> in profiles.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPoints.html"/>
    public bool? DisableMultiRegionAccessPoints { get; init; }

    /// <summary>
    /// Whether requests to directory buckets are signed with the client's own credentials instead of a session's. Default: false. AWS:
    /// <c>AWS_S3_DISABLE_EXPRESS_SESSION_AUTH</c>, <c>s3_disable_express_session_auth</c> in profiles.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-create-session.html"/>
    public bool? DisableS3ExpressSessionAuth { get; init; }

    /// <summary>
    /// Whether <c>us-east-1</c> means the global endpoint <c>s3.amazonaws.com</c>, as it once did. Default: false. AWS:
    /// <c>AWS_S3_US_EAST_1_REGIONAL_ENDPOINT=legacy</c>, <c>s3_us_east_1_regional_endpoint</c> in profiles.
    /// </summary>
    public bool? UseUsEast1GlobalEndpoint { get; init; }

    /// <summary>
    /// Whether an operation's prefix of the host name (an account, a route) is left out, for stores that answer under one name only.
    /// Default: false.
    /// </summary>
    /// <seealso href="https://smithy.io/2.0/spec/endpoint-traits.html#smithy-api-endpoint-trait"/>
    public bool? DisableHostPrefix { get; init; }
}
