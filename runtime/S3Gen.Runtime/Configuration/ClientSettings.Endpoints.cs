namespace S3Gen.Runtime.Configuration;

/// <content>What endpoint rules depend on.</content>
internal sealed partial class ClientSettings
{
    internal bool? UseAccelerate => Options.UseAccelerate;

    internal bool? UseArnRegion => Options.UseArnRegion;

    internal bool? DisableMultiRegionAccessPoints => Options.DisableMultiRegionAccessPoints;

    internal bool? DisableS3ExpressSessionAuth => Options.DisableS3ExpressSessionAuth;

    internal bool? UseUsEast1GlobalEndpoint => Options.UseUsEast1GlobalEndpoint;

    internal bool DisableHostPrefix => Options.DisableHostPrefix ?? false;
}
