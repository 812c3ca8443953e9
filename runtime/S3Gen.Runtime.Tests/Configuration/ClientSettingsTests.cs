using NUnit.Framework.Constraints;
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

    [Test]
    public void Fault_says_which_key_which_source_and_which_rule()
    {
        using TempHome home = new("[default]\ns3 =\n  multipart_chunksize = 1MB\n");
        FakeEnvironment environment = home.Environment(("AWS_MAX_ATTEMPTS", "0"), ("AWS_ENDPOINT_URL", "http://user:secret@x"));

        Assert.That(
            () => Create(new ClientOptions { Environment = environment, BackoffMultiplier = 0.5 }),
            Throws.ArgumentException
                .With.Message.Contains("MultipartPartSize, from s3.multipart_chunksize of profile 'default', is 1048576, which is not within 5242880 and")
                .And.Message.Contains("MaxRetries, from AWS_MAX_ATTEMPTS, is not positive")
                .And.Message.Contains("EndpointUrl, from AWS_ENDPOINT_URL, has a user or password")
                .And.Message.Contains("BackoffMultiplier, set in code, is 0.5, which is not within 1 and 10")
                .And.Message.Not.Contains("secret"));
    }

    [Test]
    public void File_that_cannot_be_understood_is_a_fault_among_the_others()
    {
        using TempHome home = new("[default]\nsecret\n");

        Assert.That(
            () => Create(new ClientOptions { Environment = home.Environment(), MaxRetries = -1 }),
            Throws.ArgumentException.With.Message.Contains("line 2").And.Message.Contains("MaxRetries").And.Message.Not.Contains("secret"));
    }

    [Test]
    public void Profile_that_code_names_has_to_be_there()
    {
        using TempHome home = new("[profile dev]\n");

        Assert.That(() => Create(new ClientOptions { Environment = home.Environment(), Profile = "prod" }), Throws.ArgumentException.With.Message.Contains("'prod'"));
        Assert.That(() => Create(new ClientOptions { Environment = home.Environment(), Profile = "dev" }), Throws.Nothing);
    }

    [Test]
    public void Endpoint_of_the_services_section_stands_between_environment_and_profile()
    {
        using TempHome home = new(
            "[default]\nservices = local\nendpoint_url = http://profile:1\n[services local]\ns3 =\n  endpoint_url = http://section:2\nsts =\n  endpoint_url = http://sts:3\n");

        Assert.That(Create(new ClientOptions { Environment = home.Environment() }).EndpointUrl, Is.EqualTo(new Uri("http://section:2")));
        Assert.That(new ClientSettings("STS", new ClientOptions { Environment = home.Environment() }).EndpointUrl, Is.EqualTo(new Uri("http://sts:3")));
        Assert.That(
            Create(new ClientOptions { Environment = home.Environment(("AWS_ENDPOINT_URL", "http://environment:4")) }).EndpointUrl,
            Is.EqualTo(new Uri("http://environment:4")));
    }

    [Test]
    public void Services_section_that_is_not_there_is_a_fault_unless_nobody_needs_it()
    {
        using TempHome home = new("[default]\nservices = mine\nendpoint_url = http://profile:1\n");

        Assert.That(
            () => Create(new ClientOptions { Environment = home.Environment() }),
            Throws.ArgumentException.With.Message.Contains("profile 'default' names the services section 'mine', and there is no such section"));
        Assert.That(Create(new ClientOptions { Environment = home.Environment(), EndpointUrl = new Uri("http://code:3") }).EndpointUrl?.Host, Is.EqualTo("code"));
        Assert.That(Create(new ClientOptions { Environment = home.Environment(("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")) }).EndpointUrl, Is.Null);
    }

    [Test]
    public void Configured_endpoints_can_be_ignored_but_not_those_of_code()
    {
        using TempHome home = new("[default]\nendpoint_url = http://profile:1\n");
        FakeEnvironment environment = home.Environment(("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"), ("AWS_ENDPOINT_URL_S3", "http://environment:2"));

        Assert.That(Create(new ClientOptions { Environment = environment }).EndpointUrl, Is.Null);
        Assert.That(Create(new ClientOptions { Environment = environment, EndpointUrl = new Uri("http://code:3") }).EndpointUrl, Is.EqualTo(new Uri("http://code:3")));
    }

    [Test]
    public void Endpoint_of_the_applications_section_is_not_among_those_that_are_ignored()
    {
        ClientOptions options = new()
        {
            Environment = new FakeEnvironment(("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"), ("AWS_ENDPOINT_URL_S3", "http://environment:2")),
            Section = new SettingsSection("S3", [KeyValuePair.Create("EndpointUrl", (string?)"http://section:4")]),
        };

        Assert.That(Create(options).EndpointUrl, Is.EqualTo(new Uri("http://section:4")));
    }

    [TestCase("HedgingDelay", "00:00:00.5", null)]
    [TestCase("HedgingDelay", "500", null)]
    [TestCase("HedgingDelay", "a:b", "HedgingDelay, from S3:HedgingDelay, is no time")]
    [TestCase("Max", "1", "S3:Max is no setting")]
    public void Section_is_read_by_the_names_of_options(string name, string text, string? fault)
    {
        ClientOptions options = new()
        {
            Environment = new FakeEnvironment(("S3_MAX_RETRIES", fault is null ? "1" : "many")),
            Section = new SettingsSection("S3", [KeyValuePair.Create(name, (string?)text)]),
        };

        if (fault is null)
        {
            Assert.That(Create(options).HedgingDelay, Is.EqualTo(TimeSpan.FromSeconds(0.5)));
        }
        else
        {
            Assert.That(() => Create(options), Throws.ArgumentException.With.Message.Contains(fault).And.Message.Contains("MaxRetries, from S3_MAX_RETRIES"));
        }
    }

    [Test]
    public void Proxy_that_cannot_be_understood_is_a_fault_rather_than_no_proxy() => Assert.That(
        () => Create(new ClientOptions { Environment = new FakeEnvironment(("HTTPS_PROXY", "http://me:hush@proxy:port")) }),
        Throws.ArgumentException.With.Message.Contains("Proxy, from HTTPS_PROXY, is not the URL of a proxy").And.Message.Not.Contains("hush"));

    [Test]
    public void Bundle_of_certificates_is_read_once_until_it_is_replaced()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.Copy(TestCertificates.BundlePath, file, overwrite: true);
            ClientOptions options = new() { CaBundle = file, Environment = new FakeEnvironment() };
            object first = Create(options).TrustedRoots!;
            Assert.That(Create(options).TrustedRoots, Is.SameAs(first));

            File.Copy(TestCertificates.OtherBundlePath, file, overwrite: true);
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(1));

            Assert.That(Create(options).TrustedRoots, Is.Not.SameAs(first));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public void Stores_other_than_AWS_get_checksums_where_they_are_required_unless_told_otherwise()
    {
        ClientOptions local = new() { Environment = new FakeEnvironment(), EndpointUrl = new Uri("http://localhost:9000") };

        Assert.That(Create(local).RequestChecksumCalculation, Is.EqualTo(ChecksumPolicy.WhenRequired));
        Assert.That(
            Create(new ClientOptions { BasedOn = local, RequestChecksumCalculation = ChecksumPolicy.WhenSupported }).RequestChecksumCalculation,
            Is.EqualTo(ChecksumPolicy.WhenSupported));
    }

    [Test]
    public void Retry_mode_that_nobody_knows_is_a_fault() => Assert.That(
        () => Create(new ClientOptions { Environment = new FakeEnvironment(("AWS_RETRY_MODE", "eager")) }),
        Throws.ArgumentException.With.Message.Contains("RetryMode, from AWS_RETRY_MODE, is none of standard, adaptive and legacy"));

    [TestCase("https://store.example", "cannot be read|holds no certificate")]
    [TestCase("http://store.example", null)]
    public void Bundle_of_certificates_is_read_where_there_is_TLS(string endpoint, string? fault)
    {
        string file = Path.GetTempFileName();
        try
        {
            IResolveConstraint expected = fault is null ? Throws.Nothing : Throws.ArgumentException.With.Message.Match(fault);

            Assert.That(() => Create(new ClientOptions { EndpointUrl = new Uri(endpoint), CaBundle = file }), expected);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCase("path", true)]
    [TestCase("virtual", false)]
    [TestCase("auto", null)]
    public void Addressing_style_of_the_profile_decides_where_the_bucket_goes(string style, bool? isPathStyle)
    {
        using TempHome home = new($"[default]\ns3 =\n  addressing_style = {style}\n");

        Assert.That(Create(new ClientOptions { Environment = home.Environment() }).ForcePathStyle, Is.EqualTo(isPathStyle));
    }

    [TestCase("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://[::1]:1", "ec2_metadata_service_endpoint")]
    [TestCase("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "IPv6", "ec2_metadata_service_endpoint_mode")]
    [TestCase("AWS_EC2_METADATA_V1_DISABLED", "true", "ec2_metadata_v1_disabled")]
    [TestCase("AWS_METADATA_SERVICE_TIMEOUT", "3", "metadata_service_timeout")]
    [TestCase("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "3", "metadata_service_num_attempts")]
    public void Metadata_service_is_set_by_variable_or_profile(string variable, string value, string key)
    {
        using TempHome home = new($"[default]\n{key} = {value}\n");

        MetadataServiceSettings fromVariable = Create(new ClientOptions { Environment = new FakeEnvironment((variable, value)) }).MetadataService;
        MetadataServiceSettings fromProfile = Create(new ClientOptions { Environment = home.Environment() }).MetadataService;

        Assert.That(fromVariable, Is.Not.EqualTo(MetadataServiceSettings.Default));
        Assert.That(fromProfile, Is.EqualTo(fromVariable));
    }

    [TestCase("x")]
    [TestCase("8MBB")]
    [TestCase("-8MB")]
    [TestCase("9999999999GB")]
    [TestCase("MB")]
    public void Size_that_is_none_is_refused(string size) => Assert.That(
        () => Create(new ClientOptions { Environment = new FakeEnvironment(("S3_INTEGRATION_MULTIPART_THRESHOLD", size)) }),
        Throws.ArgumentException.With.Message.Contains("MultipartThreshold, from S3_INTEGRATION_MULTIPART_THRESHOLD, is not a size"));

    [Test]
    public void Bundle_without_certificates_is_a_fault()
    {
        string path = TestCertificates.Write("empty.pem", "nothing");

        Assert.That(
            () => Create(new ClientOptions { Environment = new FakeEnvironment(("AWS_CA_BUNDLE", path)) }),
            Throws.ArgumentException.With.Message.Contains("holds no certificate"));
        Assert.That(
            () => Create(new ClientOptions { Environment = new FakeEnvironment(("AWS_CA_BUNDLE", path + "x")) }),
            Throws.ArgumentException.With.Message.Contains("there is no such file"));
    }

    private static ClientSettings Create(ClientOptions options) => new(TestOperation.S3, options);
}
