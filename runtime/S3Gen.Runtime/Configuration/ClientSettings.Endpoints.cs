namespace S3Gen.Runtime.Configuration;

/// <content>What endpoint rules depend on.</content>
internal sealed partial class ClientSettings
{
    internal bool? UseAccelerate { get; }

    internal bool? UseArnRegion { get; }

    internal bool? DisableMultiRegionAccessPoints { get; }

    internal bool? DisableS3ExpressSessionAuth { get; }

    internal bool? UseUsEast1GlobalEndpoint { get; }

    internal bool DisableHostPrefix { get; }
}
