using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Tests.CredentialSources;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Configuration;

public sealed class PresetTests
{
    private static readonly Credentials Keys = new("AK", "SK");

    [Test]
    public async Task Local_development_needs_nothing_but_the_preset()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = new(TestOperation.S3, new ClientOptions { BasedOn = ClientPresets.LocalDevelopment(server.Url), Environment = new FakeEnvironment() });
        ClientSettings settings = Settings(ClientPresets.LocalDevelopment());

        await client.RunAsync(TestOperation.Head);

        Assert.That(server.Requests[0], Does.Contain("Credential=test/"));
        Assert.That(settings.EndpointUrl, Is.EqualTo(new Uri("http://localhost:4566")));
        Assert.That((settings.ForcePathStyle, settings.VerifyCertificates, settings.UseInstanceMetadata), Is.EqualTo(((bool?)true, false, false)));
    }

    [Test]
    public void Lambda_takes_region_and_keys_from_its_variables_and_keeps_no_connections()
    {
        ClientSettings settings = Settings(ClientPresets.Lambda(), ("AWS_REGION", "eu-west-1"));

        Assert.That(settings.Region, Is.EqualTo("eu-west-1"));
        Assert.That(settings.KeepAlive, Is.False);
        Assert.That(settings.UseInstanceMetadata, Is.False);
        Assert.That(settings.OperationTimeout, Is.LessThan(TimeSpan.FromSeconds(60)));
        Assert.That(settings.Options.Credentials, Is.Null);
    }

    [Test]
    public async Task Instance_gives_keys_and_where_nobody_names_one_the_region()
    {
        await using RawServer metadata = new(Reply.Ok("T"), Reply.Ok("ap-south-1"));
        ClientOptions surroundings = new() { Environment = new FakeEnvironment(("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata.Url.ToString())) };
        ClientOptions named = new() { Environment = new FakeEnvironment(("AWS_REGION", "eu-west-1")) };

        Assert.That((await ClientPresets.InstanceRoleAsync(surroundings)).Region, Is.EqualTo("ap-south-1"));
        Assert.That((await ClientPresets.InstanceRoleAsync(named)).Region, Is.Null, "the variable is heeded");
        Assert.That(metadata.Requests[1], Does.StartWith("GET /latest/meta-data/placement/region"));
        Assert.That(Settings(ClientPresets.InstanceRole(), ("AWS_EC2_METADATA_DISABLED", "true")).UseInstanceMetadata, Is.True, "code beats the environment");
    }

    [Test]
    public async Task Cross_account_access_assumes_the_role()
    {
        await using RawServer sts = new(Reply.Ok(TestKeys.Sts("AssumeRole")));
        await using RawServer store = new(Reply.Ok());
        ClientOptions surroundings = new()
        {
            Environment = new FakeEnvironment(("AWS_ENDPOINT_URL_STS", sts.Url.ToString())), Credentials = new StaticCredentialProvider(Keys),
        };
        AssumedRole role = new() { RoleArn = "arn:aws:iam::123456789012:role/r", ExternalId = "E" };
        using ClientPipeline client = new(TestOperation.S3, new ClientOptions { BasedOn = ClientPresets.CrossAccount(role, surroundings), EndpointUrl = store.Url });

        await client.RunAsync(TestOperation.Head);

        Assert.That(sts.Requests[0], Does.Contain("Credential=AK/").And.Contains("&ExternalId=E"));
        Assert.That(store.Requests[0], Does.Contain("Credential=AKIDROLE/").And.Contains("x-amz-security-token: TOKEN"));
    }

    [Test]
    public async Task Cross_account_access_leaves_nothing_behind_when_its_provider_is_disposed()
    {
        using TempHome home = new("[default]\n", "[default]\naws_access_key_id = AK\naws_secret_access_key = hush-key\n");
        await using RawServer sts = new(Reply.Ok(TestKeys.Sts("AssumeRole")));
        ClientOptions surroundings = new() { Environment = home.Environment(("AWS_ENDPOINT_URL_STS", sts.Url.ToString())) };
        ICredentialProvider role = ClientPresets.CrossAccount(new AssumedRole { RoleArn = "arn:aws:iam::123456789012:role/r" }, surroundings).Credentials!;
        Credentials credentials = await role.GetCredentialsAsync();

        ((IDisposable)role).Dispose();

        Assert.That(credentials.SecretAccessKey.Reveal, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(ObjectGraph.PathsTo("hush", role, alsoInBytes: true), Is.Empty);
    }

    [TestCaseSource(nameof(Stores))]
    public void Store_needs_one_line(ClientOptions options, string endpoint, string region)
    {
        ClientSettings settings = Settings(options, ("AWS_REGION", "eu-west-1"), ("AWS_ENDPOINT_URL", "http://elsewhere"));

        Assert.That(settings.EndpointUrl, Is.EqualTo(new Uri(endpoint)));
        Assert.That(settings.Region, Is.EqualTo(region));
        Assert.That(settings.ForcePathStyle, Is.True);
        Assert.That(settings.RequestChecksumCalculation, Is.EqualTo(ChecksumPolicy.WhenRequired));
        Assert.That(settings.ResponseChecksumValidation, Is.EqualTo(ChecksumPolicy.WhenRequired));
        Assert.That(settings.Options.Credentials, Is.Not.Null);
    }

    [Test]
    public void What_options_say_themselves_wins_over_what_they_are_based_on()
    {
        ClientOptions options = new() { BasedOn = S3Compatibility.GoogleCloudStorage(Keys), Region = "eu", MaxRetries = 7 };

        Assert.That((options.Region, options.MaxRetries, options.EndpointUrl?.Host), Is.EqualTo(("eu", (int?)7, "storage.googleapis.com")));
    }

    private static object[] Stores() =>
    [
        new object[] { S3Compatibility.CloudflareR2("abc", Keys), "https://abc.r2.cloudflarestorage.com/", "auto" },
        new object[] { S3Compatibility.GoogleCloudStorage(Keys), "https://storage.googleapis.com/", "auto" },
        new object[] { S3Compatibility.BackblazeB2("us-west-004", Keys), "https://s3.us-west-004.backblazeb2.com/", "us-west-004" },
        new object[] { S3Compatibility.MinIO(new Uri("http://localhost:9000"), Keys), "http://localhost:9000/", "us-east-1" },
        new object[] { S3Compatibility.Ceph(new Uri("http://rgw:7480"), Keys), "http://rgw:7480/", "default" },
    ];

    private static ClientSettings Settings(ClientOptions options, params (string, string)[] variables) =>
        new("S3", new ClientOptions { BasedOn = options, Environment = new FakeEnvironment(variables) });
}
