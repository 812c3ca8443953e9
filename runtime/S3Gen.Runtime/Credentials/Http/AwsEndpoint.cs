using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Endpoints;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>Where the services of AWS answer that give credentials: one host a region, as the settings for FIPS and dual-stack say.</summary>
/// <seealso href="https://docs.aws.amazon.com/general/latest/gr/sts.html"/>
internal static class AwsEndpoint
{
    /// <summary>In its regions the plain hosts are those with validated cryptography, and others have no name of their own.</summary>
    private const string GovCloud = "aws-us-gov";

    /// <param name="service">How the service's host names begin, e.g. <c>sts</c>.</param>
    /// <param name="region">The region.</param>
    /// <param name="settings">The client's settings.</param>
    internal static Uri Of(string service, string region, ClientSettings settings)
    {
        PartitionFacts partition = PartitionTable.Find(region);
        bool isPlain = !settings.UseFips || (partition.Name == GovCloud && !settings.UseDualStack);
        string suffix = settings.UseDualStack ? partition.DualStackDnsSuffix : partition.DnsSuffix;
        return new Uri($"https://{service}{(isPlain ? string.Empty : "-fips")}.{region}.{suffix}");
    }

    /// <summary>The region for services that have no global one, such as <c>us-east-1</c> for <c>aws-global</c>.</summary>
    internal static string RegionOf(string region)
    {
        PartitionFacts partition = PartitionTable.Find(region);
        return region == partition.GlobalRegion ? partition.ImplicitGlobalRegion : region;
    }
}
