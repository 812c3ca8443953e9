namespace S3Gen.Runtime;

/// <content>What the rules of a service's endpoints depend on. An option that a service's rules do not know changes nothing.</content>
public partial class ClientOptions
{
    /// <summary>
    /// Whether buckets are reached through S3 Transfer Acceleration, which a bucket has to have been set up for. Default: the profile's
    /// <c>use_accelerate_endpoint</c> under <c>s3</c>, then false.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/transfer-acceleration.html"/>
    public bool? UseAccelerate { get => field ?? BasedOn?.UseAccelerate; init; }

    /// <summary>
    /// Whether a bucket's ARN is reached in the ARN's region where that is not the client's; if not, such a call is refused. Default:
    /// <c>AWS_S3_USE_ARN_REGION</c>, the profile's <c>s3_use_arn_region</c>, then true.
    /// </summary>
    public bool? UseArnRegion { get => field ?? BasedOn?.UseArnRegion; init; }

    /// <summary>
    /// Whether calls to multi-region access points are refused. Default: <c>AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS</c>, the
    /// profile's <c>s3_disable_multiregion_access_points</c>, then false.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPoints.html"/>
    public bool? DisableMultiRegionAccessPoints { get => field ?? BasedOn?.DisableMultiRegionAccessPoints; init; }

    /// <summary>
    /// Whether requests to directory buckets are signed with the client's own credentials instead of a session's. Default:
    /// <c>AWS_S3_DISABLE_EXPRESS_SESSION_AUTH</c>, the profile's <c>s3_disable_express_session_auth</c>, then false.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-create-session.html"/>
    public bool? DisableS3ExpressSessionAuth { get => field ?? BasedOn?.DisableS3ExpressSessionAuth; init; }

    /// <summary>
    /// Whether <c>us-east-1</c> means the global endpoint <c>s3.amazonaws.com</c>, as it once did. Default:
    /// <c>AWS_S3_US_EAST_1_REGIONAL_ENDPOINT</c> (<c>legacy</c>), the profile's <c>s3_us_east_1_regional_endpoint</c>, then false.
    /// </summary>
    public bool? UseUsEast1GlobalEndpoint { get => field ?? BasedOn?.UseUsEast1GlobalEndpoint; init; }

    /// <summary>
    /// Whether an operation's prefix of the host name (an account, a route) is left out, for stores that answer under one name only.
    /// Default: <c>AWS_DISABLE_HOST_PREFIX_INJECTION</c>, the profile's <c>disable_host_prefix_injection</c>, then false.
    /// </summary>
    /// <seealso href="https://smithy.io/2.0/spec/endpoint-traits.html#smithy-api-endpoint-trait"/>
    public bool? DisableHostPrefix { get => field ?? BasedOn?.DisableHostPrefix; init; }
}
