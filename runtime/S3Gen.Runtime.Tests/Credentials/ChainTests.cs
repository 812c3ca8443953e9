using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.CredentialSources;

/// <summary>Who is asked before whom.</summary>
public sealed class ChainTests
{
    private static readonly (string, string)[] Variables = [("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "S")];

    [Test]
    public async Task Each_link_is_asked_when_those_before_it_know_nothing()
    {
        using TempHome full = new(credentials: "[default]\naws_access_key_id = AKIDPROFILE\naws_secret_access_key = S\n");
        using TempHome empty = new("[default]\nregion = eu-west-1\n");
        string token = empty.Write("token", "JWT");
        await using RawServer sts = new(Reply.Ok(TestKeys.Sts("AssumeRoleWithWebIdentity", "AKIDWEB")));
        await using RawServer container = new(Reply.Ok(TestKeys.Json("AKIDECS")));
        await using RawServer metadata = new(Reply.Ok("T"), Reply.Ok("r"), Reply.Ok(TestKeys.Json("AKIDEC2")));
        (string, string)[] instance = [("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata.Url.ToString())];
        (string, string)[] ecs = [("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url.ToString()), .. instance];
        (string, string)[] web =
            [("AWS_WEB_IDENTITY_TOKEN_FILE", token), ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/r"), ("AWS_ENDPOINT_URL_STS", sts.Url.ToString()), .. ecs];

        Assert.That(await Ask(full.Environment([.. Variables, .. web])), Is.EqualTo("AKIDENV"));
        Assert.That(await Ask(full.Environment(web)), Is.EqualTo("AKIDPROFILE"));
        Assert.That(await Ask(empty.Environment(web)), Is.EqualTo("AKIDWEB"));
        Assert.That(await Ask(empty.Environment(ecs)), Is.EqualTo("AKIDECS"));
        Assert.That(await Ask(empty.Environment(instance)), Is.EqualTo("AKIDEC2"));
    }

    [Test]
    public async Task Profile_that_code_names_comes_before_the_environment_and_one_of_a_variable_after_it()
    {
        using TempHome home = new(credentials: "[dev]\naws_access_key_id = AKIDPROFILE\naws_secret_access_key = S\n");

        Assert.That(await Ask(home.Environment(Variables), "dev"), Is.EqualTo("AKIDPROFILE"));
        Assert.That(await Ask(home.Environment([.. Variables, ("AWS_PROFILE", "dev")])), Is.EqualTo("AKIDENV"));
    }

    [Test]
    public async Task Faulty_link_is_reported_rather_than_passed_over()
    {
        using TempHome home = new(credentials: "[default]\naws_access_key_id = AKIDPROFILE\n");
        FakeEnvironment environment = home.Environment(("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:1/"));

        await Assert.ThatAsync(() => Ask(environment), Throws.InstanceOf<CredentialsException>().With.Message.Contains("no aws_secret_access_key"));
    }

    [Test]
    public async Task Explicit_credentials_come_before_everything_and_are_not_disposed_with_the_client()
    {
        await using RawServer server = new(Reply.Ok());
        using Credentials keys = new("AKIDCODE", "S");
        using (ClientPipeline client = new(TestOperation.S3, new ClientOptions
        {
            EndpointUrl = server.Url, Credentials = new StaticCredentialProvider(keys), Environment = new FakeEnvironment(Variables),
        }))
        {
            await client.RunAsync(TestOperation.Head);
        }

        Assert.That(server.Requests[0], Does.Contain("Credential=AKIDCODE/"));
        Assert.That(keys.SecretAccessKey.Reveal(), Is.EqualTo("S"));
    }

    [Test]
    public async Task Client_looks_for_credentials_at_the_first_call_and_wipes_them_in_the_end()
    {
        await using RawServer server = new(Reply.Ok());
        await using RawServer container = new(Reply.Ok(TestKeys.Json("AKIDECS")));
        using TempHome home = new();
        FakeEnvironment environment = home.Environment(("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url.ToString()));
        ClientPipeline client = new(TestOperation.S3, new ClientOptions { EndpointUrl = server.Url, Environment = environment });
        Assert.That(container.Requests, Is.Empty);

        await client.RunAsync(TestOperation.Head);
        await client.RunAsync(TestOperation.Head);
        Assert.That(container.Requests, Has.Length.EqualTo(1));

        await client.DisposeAsync();
        await Assert.ThatAsync(() => client.RunAsync(TestOperation.Head), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Chain_wipes_what_is_its_own_and_nothing_that_others_keep()
    {
        using Credentials others = new("AK", "S");
        ChainCredentialProvider borrowing = new([new StaticCredentialProvider(others)]);
        ChainCredentialProvider owning = ChainCredentialProvider.CreateDefault(new ClientSettings("S3", new ClientOptions { Environment = new FakeEnvironment(Variables) }));
        await borrowing.GetCredentialsAsync();
        Credentials owned = await owning.GetCredentialsAsync();

        borrowing.Dispose();
        owning.Dispose();

        Assert.That(others.SecretAccessKey.Reveal(), Is.EqualTo("S"));
        Assert.That(owned.SecretAccessKey.Reveal, Throws.InstanceOf<ObjectDisposedException>());
    }

    private static async Task<string> Ask(FakeEnvironment environment, string? profile = null)
    {
        ClientSettings settings = new("S3", new ClientOptions { Environment = environment, Profile = profile });
        using ChainCredentialProvider chain = ChainCredentialProvider.CreateDefault(settings);
        return (await chain.GetCredentialsAsync()).AccessKeyId;
    }
}
