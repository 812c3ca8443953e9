using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.CredentialSources;

public sealed class ProfileTests
{
    private const string Arn = "arn:aws:iam::123456789012:role/reader";

    private static readonly string Role = $"role_arn = {Arn}\nregion = eu-west-1\n";

    [Test]
    public async Task Role_is_assumed_with_the_keys_of_its_source_profile()
    {
        using TempHome home = new(
            $"[profile dev]\n{Role}source_profile = base\nexternal_id = E\nrole_session_name = S1\nduration_seconds = 900\n",
            "[base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = S\n");
        await using RawServer server = new(Reply.Ok(TestKeys.Sts("AssumeRole")));

        Assert.That((await Provider(home, server).GetCredentialsAsync()).AccessKeyId, Is.EqualTo("AKIDROLE"));
        Assert.That(server.Requests.Single(), Does.Contain("Credential=AKIDBASE/").And.Contains("/eu-west-1/sts/")
            .And.EndsWith("&RoleSessionName=S1&ExternalId=E&DurationSeconds=900"));
    }

    [Test]
    public async Task Roles_are_chained()
    {
        using TempHome home = new(
            $"[profile dev]\n{Role}source_profile = middle\n[profile middle]\n{Role}source_profile = base\n[profile base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = S\n");
        await using RawServer server = new(Reply.Ok(TestKeys.Sts("AssumeRole", "AKIDMIDDLE")), Reply.Ok(TestKeys.Sts("AssumeRole", "AKIDLAST")));

        Assert.That((await Provider(home, server).GetCredentialsAsync()).AccessKeyId, Is.EqualTo("AKIDLAST"));
        Assert.That(server.Requests[0], Does.Contain("Credential=AKIDBASE/"));
        Assert.That(server.Requests[1], Does.Contain("Credential=AKIDMIDDLE/").And.Contains("X-Amz-Security-Token: TOKEN"));
    }

    [Test]
    public async Task Profile_may_be_its_own_source()
    {
        using TempHome home = new($"[profile dev]\n{Role}source_profile = dev\naws_access_key_id = AKIDSELF\naws_secret_access_key = S\n");
        await using RawServer server = new(Reply.Ok(TestKeys.Sts("AssumeRole")));

        await Provider(home, server).GetCredentialsAsync();

        Assert.That(server.Requests.Single(), Does.Contain("Credential=AKIDSELF/"));
    }

    [Test]
    public async Task Credential_source_takes_the_keys_of_the_environment()
    {
        using TempHome home = new($"[profile dev]\n{Role}credential_source = Environment\n");
        await using RawServer server = new(Reply.Ok(TestKeys.Sts("AssumeRole")));

        await Provider(home, server, ("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "S")).GetCredentialsAsync();

        Assert.That(server.Requests.Single(), Does.Contain("Credential=AKIDENV/"));
    }

    [Test]
    public async Task Credential_source_takes_the_keys_of_the_instance()
    {
        using TempHome home = new($"[profile dev]\n{Role}credential_source = Ec2InstanceMetadata\n");
        await using RawServer metadata = new(Reply.Ok("T"), Reply.Ok("r"), Reply.Ok(TestKeys.Json("AKIDEC2")));
        await using RawServer server = new(Reply.Ok(TestKeys.Sts("AssumeRole")));

        await Provider(home, server, ("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata.Url.ToString())).GetCredentialsAsync();

        Assert.That(server.Requests.Single(), Does.Contain("Credential=AKIDEC2/"));
    }

    [Test]
    public async Task Credential_source_takes_the_keys_of_the_container()
    {
        using TempHome home = new($"[profile dev]\n{Role}credential_source = EcsContainer\n");
        await using RawServer container = new(Reply.Ok(TestKeys.Json("AKIDECS")));
        await using RawServer server = new(Reply.Ok(TestKeys.Sts("AssumeRole")));

        await Provider(home, server, ("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url.ToString())).GetCredentialsAsync();

        Assert.That(server.Requests.Single(), Does.Contain("Credential=AKIDECS/"));
    }

    [Test]
    public async Task Web_identity_of_a_profile_opens_its_role()
    {
        using TempHome home = new();
        string file = home.Write("token", "JWT");
        home.Write(".aws/config", $"[profile dev]\n{Role}web_identity_token_file = {file}\nrole_session_name = S1\n");
        await using RawServer server = new(Reply.Ok(TestKeys.Sts("AssumeRoleWithWebIdentity")));

        Assert.That((await Provider(home, server).GetCredentialsAsync()).AccessKeyId, Is.EqualTo("AKIDROLE"));
        Assert.That(server.Requests.Single(), Does.EndWith("&RoleSessionName=S1&WebIdentityToken=JWT"));
    }

    [TestCase("source_profile = a\n[profile a]\nrole_arn = arn:aws:iam::123456789012:role/a\nsource_profile = dev\n", "dev → a → dev")]
    [TestCase("source_profile = none\n", "'none', and there is no such profile")]
    [TestCase("", "none of source_profile")]
    [TestCase("source_profile = dev\ncredential_source = Environment\n", "both")]
    [TestCase("credential_source = Moon\n", "none of Environment, Ec2InstanceMetadata and EcsContainer")]
    [TestCase("source_profile = a\n[profile a]\nregion = x\n", "profile 'a' has no credentials")]
    [TestCase("source_profile = a\nduration_seconds = long\n", "duration_seconds")]
    [TestCase("source_profile = a\nduration_seconds = 60\n", "Duration")]
    [TestCase("source_profile = dev\naws_access_key_id = A\n", "no aws_secret_access_key")]
    [TestCase("source_profile = dev\naws_access_key_id = A\naws_secret_access_key = S\nmfa_serial = M\n", "MfaCode")]
    public async Task Role_that_cannot_be_assumed_says_why(string settings, string message)
    {
        using TempHome home = new($"[profile dev]\n{Role}{settings}");
        await using RawServer server = new(Reply.Ok(TestKeys.Sts("AssumeRole")));

        await Assert.ThatAsync(
            () => Provider(home, server).GetCredentialsAsync().AsTask(), Throws.InstanceOf<CredentialsException>().With.Message.Contains(message));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Token_of_the_other_file_belongs_to_another_key()
    {
        using TempHome home = new(
            "[profile dev]\naws_access_key_id = AKCONFIG\naws_secret_access_key = s\naws_session_token = t\n[profile half]\naws_secret_access_key = s\n",
            "[dev]\naws_access_key_id = AK\naws_secret_access_key = S\n[half]\naws_access_key_id = AK\n");
        ClientOptions options = new() { Environment = home.Environment() };
        using ProfileCredentialProvider dev = new("dev", options);
        using ProfileCredentialProvider half = new("half", options);

        Assert.That((await dev.GetCredentialsAsync()).Text(), Is.EqualTo("AK|S||"));
        await Assert.ThatAsync(
            () => half.GetCredentialsAsync().AsTask(),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains("profile 'half' has no aws_secret_access_key in ").And.Message.Contains("credentials"));
    }

    [Test]
    public async Task Replaced_keys_are_noticed()
    {
        Microsoft.Extensions.Time.Testing.FakeTimeProvider clock = new(TestClient.Now);
        using TempHome home = new(credentials: "[dev]\naws_access_key_id = FIRST\naws_secret_access_key = S\n");
        using ProfileCredentialProvider provider = new("dev", new ClientOptions { Environment = home.Environment(), TimeProvider = clock });
        await provider.GetCredentialsAsync();

        home.Write(".aws/credentials", "[dev]\naws_access_key_id = SECOND-ONE\naws_secret_access_key = S\n");
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.That((await provider.GetCredentialsAsync()).AccessKeyId, Is.EqualTo("SECOND-ONE"));
    }

    private static ProfileCredentialProvider Provider(TempHome home, RawServer server, params (string, string)[] variables) => new("dev", new ClientOptions
    {
        Environment = home.Environment([("AWS_ENDPOINT_URL_STS", server.Url.ToString()), .. variables]),
    });
}
