namespace S3Gen.Runtime.Configuration;

/// <content>What endpoint rules depend on.</content>
internal sealed partial class ClientSettings
{
    internal bool? UseAccelerate { get; private set; }

    internal bool? UseArnRegion { get; private set; }

    internal bool? DisableMultiRegionAccessPoints { get; private set; }

    internal bool? DisableS3ExpressSessionAuth { get; private set; }

    internal bool? UseUsEast1GlobalEndpoint { get; private set; }

    internal bool DisableHostPrefix { get; private set; }

    private void ReadEndpoints(SettingsReader reader)
    {
        UseAccelerate = reader.Read(EndpointSettings.UseAccelerate);
        UseArnRegion = reader.Read(EndpointSettings.UseArnRegion);
        DisableMultiRegionAccessPoints = reader.Read(EndpointSettings.DisableMultiRegionAccessPoints);
        DisableS3ExpressSessionAuth = reader.Read(EndpointSettings.DisableS3ExpressSessionAuth);
        UseUsEast1GlobalEndpoint = reader.Read(EndpointSettings.UseUsEast1GlobalEndpoint);
        DisableHostPrefix = reader.Read(EndpointSettings.DisableHostPrefix);
    }
}
