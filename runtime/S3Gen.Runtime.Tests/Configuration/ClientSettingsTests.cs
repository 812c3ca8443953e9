using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Configuration;

public sealed class ClientSettingsTests
{
    [Test]
    public void Without_anything_the_defaults_apply()
    {
        ClientSettings settings = Create(new ClientOptions { Environment = new FakeEnvironment() });

        Assert.That(settings.Region, Is.EqualTo("us-east-1"));
        Assert.That(settings.EndpointUrl, Is.Null);
        Assert.That(settings.MaxRetries, Is.EqualTo(3));
        Assert.That(settings.OperationTimeout, Is.EqualTo(TimeSpan.FromSeconds(60)));
        Assert.That(settings.Profile, Is.EqualTo("default"));
    }

    [Test]
    public void Environment_wins_over_defaults_and_code_over_the_environment()
    {
        FakeEnvironment environment = new(
            ("AWS_REGION", "eu-west-1"),
            ("AWS_DEFAULT_REGION", "eu-west-2"),
            ("AWS_ENDPOINT_URL", "http://general:1"),
            ("AWS_ENDPOINT_URL_S3", "http://s3:2"),
            ("AWS_PROFILE", "dev"),
            ("S3_INTEGRATION_MAX_RETRIES", "7"),
            ("S3_INTEGRATION_TIMEOUT_MS", "1500"));

        ClientSettings fromEnvironment = Create(new ClientOptions { Environment = environment });
        ClientSettings fromCode = Create(new ClientOptions { Environment = environment, Region = "ap-south-1", MaxRetries = 0, EndpointUrl = new Uri("https://x") });

        Assert.That(fromEnvironment.Region, Is.EqualTo("eu-west-1"));
        Assert.That(fromEnvironment.EndpointUrl, Is.EqualTo(new Uri("http://s3:2")));
        Assert.That(fromEnvironment.Profile, Is.EqualTo("dev"));
        Assert.That(fromEnvironment.MaxRetries, Is.EqualTo(7));
        Assert.That(fromEnvironment.OperationTimeout, Is.EqualTo(TimeSpan.FromSeconds(1.5)));
        Assert.That(fromCode.Region, Is.EqualTo("ap-south-1"));
        Assert.That(fromCode.MaxRetries, Is.Zero);
        Assert.That(fromCode.EndpointUrl, Is.EqualTo(new Uri("https://x")));
    }

    [TestCase("http://x/?a=b", "query")]
    [TestCase("http://x/#f", "fragment")]
    [TestCase("http://user:secret@x/", "user or password")]
    [TestCase("ftp://x/", "http or https")]
    public void Endpoint_that_cannot_be_one_is_refused_and_no_secret_is_repeated(string url, string fault) =>
        Assert.That(
            () => Create(new ClientOptions { EndpointUrl = new Uri(url), Environment = new FakeEnvironment() }),
            Throws.ArgumentException.With.Message.Contains(fault).And.Message.Not.Contains("secret"));

    [Test]
    public void All_faults_are_named_at_once()
    {
        ClientOptions options = new()
        {
            Region = "not a region",
            MaxRetries = -1,
            ReadTimeout = TimeSpan.Zero,
            MaxConnections = 0,
            Environment = new FakeEnvironment(("AWS_USE_FIPS_ENDPOINT", "perhaps")),
        };

        Assert.That(
            () => Create(options),
            Throws.ArgumentException.With.Message.Contains("Region").And.Message.Contains("MaxRetries").And.Message.Contains("ReadTimeout")
                .And.Message.Contains("MaxConnections").And.Message.Contains("AWS_USE_FIPS_ENDPOINT"));
    }

    private static ClientSettings Create(ClientOptions options) => new(TestOperation.S3, options);
}
