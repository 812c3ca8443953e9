using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.CredentialSources;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.CredentialSources;

/// <summary>Hosts as the published endpoint rules of the services have them.</summary>
public sealed class AwsEndpointTests
{
    [TestCase("sts", "eu-west-1", false, false, "sts.eu-west-1.amazonaws.com")]
    [TestCase("sts", "us-east-1", true, false, "sts-fips.us-east-1.amazonaws.com")]
    [TestCase("sts", "us-east-1", false, true, "sts.us-east-1.api.aws")]
    [TestCase("sts", "us-east-1", true, true, "sts-fips.us-east-1.api.aws")]
    [TestCase("sts", "us-gov-west-1", true, false, "sts.us-gov-west-1.amazonaws.com")]
    [TestCase("sts", "us-gov-west-1", true, true, "sts-fips.us-gov-west-1.api.aws")]
    [TestCase("sts", "cn-north-1", false, false, "sts.cn-north-1.amazonaws.com.cn")]
    [TestCase("sts", "cn-north-1", false, true, "sts.cn-north-1.api.amazonwebservices.com.cn")]
    [TestCase("portal.sso", "eu-west-1", false, false, "portal.sso.eu-west-1.amazonaws.com")]
    [TestCase("portal.sso", "us-east-1", true, false, "portal.sso-fips.us-east-1.amazonaws.com")]
    [TestCase("oidc", "us-gov-east-1", true, false, "oidc.us-gov-east-1.amazonaws.com")]
    [TestCase("oidc", "eu-west-1", false, true, "oidc.eu-west-1.api.aws")]
    public void Host_is_that_of_region_FIPS_and_dual_stack(string service, string region, bool useFips, bool useDualStack, string host)
    {
        ClientSettings settings = new("S3", new ClientOptions { UseFips = useFips, UseDualStack = useDualStack, Environment = new FakeEnvironment() });

        Assert.That(AwsEndpoint.Of(service, region, settings), Is.EqualTo(new Uri($"https://{host}")));
    }

    [TestCase("aws-global", "us-east-1")]
    [TestCase("aws-cn-global", "cn-northwest-1")]
    [TestCase("eu-west-1", "eu-west-1")]
    [TestCase("auto", "auto")]
    public void Global_region_stands_for_the_one_that_signs_for_it(string region, string used) =>
        Assert.That(AwsEndpoint.RegionOf(region), Is.EqualTo(used));
}
