namespace S3Gen.Runtime.Configuration;

/// <summary>How the metadata service of EC2 is reached.</summary>
internal sealed record MetadataServiceSettings(Uri Endpoint, bool IsVersion1Disabled, TimeSpan Timeout, int Attempts)
{
    internal static readonly MetadataServiceSettings Default = new(new Uri("http://169.254.169.254"), false, TimeSpan.FromSeconds(1), 1);

    private static readonly Uri IPv6 = new("http://[fd00:ec2::254]");

    internal static MetadataServiceSettings Read(SettingsReader reader)
    {
        Uri usual = reader.Read(MetadataSettings.UsesIPv6, fromCode: null) ? IPv6 : Default.Endpoint;
        return new MetadataServiceSettings(
            reader.Read(MetadataSettings.Endpoint, fromCode: null) ?? usual,
            reader.Read(MetadataSettings.IsVersion1Disabled, fromCode: null),
            reader.Read(MetadataSettings.Timeout, fromCode: null),
            reader.Read(MetadataSettings.Attempts, fromCode: null));
    }
}
