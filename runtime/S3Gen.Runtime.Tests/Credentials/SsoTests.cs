using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.CredentialSources;

public sealed class SsoTests
{
    private const string Session =
        "[profile dev]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Read Only\n[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.awsapps.com/start\n";

    private const string Legacy =
        "[profile dev]\nsso_account_id = 123456789012\nsso_role_name = Reader\nsso_region = eu-west-1\nsso_start_url = https://corp.awsapps.com/start\n";


    private const string Keys = """{"roleCredentials":{"accessKeyId":"AKIDSSO","secretAccessKey":"SK/+=","sessionToken":"TOKEN","expiration":4070908800000}}""";

    private readonly FakeTimeProvider _clock = new(TestClient.Now);

    [Test]
    public async Task Keys_of_the_role_come_for_the_sign_in_of_the_command_line()
    {
        using TempHome home = new(Session);
        home.Write(FileFor("corp"), """{"accessToken":"SIGNED-IN","expiresAt":"2026-07-01T13:00:00Z","region":"eu-west-1"}""");
        await using RawServer server = new(Reply.Ok(Keys));

        Credentials credentials = await Provider(home, server).GetCredentialsAsync();

        Assert.That(credentials.Text(), Is.EqualTo("AKIDSSO|SK/+=|TOKEN|2099-01-01T00:00:00Z"));
        Assert.That(server.Requests.Single(), Does.StartWith("GET /federation/credentials?role_name=Read%20Only&account_id=123456789012 HTTP")
            .And.Contains("x-amz-sso_bearer_token: SIGNED-IN"));
    }

    [Test]
    public async Task Older_profiles_name_the_portal_themselves()
    {
        using TempHome home = new(Legacy);
        home.Write(FileFor("https://corp.awsapps.com/start"), """{"accessToken":"SIGNED-IN","expiresAt":"2026-07-01T13:00:00UTC"}""");
        await using RawServer server = new(Reply.Ok(Keys));

        Assert.That((await Provider(home, server).GetCredentialsAsync()).AccessKeyId, Is.EqualTo("AKIDSSO"));
    }

    [Test]
    public async Task Sign_in_that_is_about_to_end_is_renewed_and_kept_with_the_files_permissions()
    {
        using TempHome home = new(Session);
        string file = home.Write(FileFor("corp"), SignIn("2026-07-01T12:04:00Z"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await using RawServer server = new(Reply.Ok("""{"accessToken":"NEW","expiresIn":3600,"refreshToken":"R2","tokenType":"Bearer"}"""), Reply.Ok(Keys));

        await Provider(home, server).GetCredentialsAsync();

        Assert.That(server.Requests[0], Does.StartWith("POST /token HTTP").And.EndsWith(
            """{"clientId":"C","clientSecret":"CS","grantType":"refresh_token","refreshToken":"R1"}"""));
        Assert.That(server.Requests[1], Does.Contain("x-amz-sso_bearer_token: NEW"));
        Assert.That(File.ReadAllText(file), Is.EqualTo(
            """{"clientId":"C","clientSecret":"CS","registrationExpiresAt":"2026-09-01T00:00:00Z","accessToken":"NEW","expiresAt":"2026-07-01T13:00:00Z","refreshToken":"R2"}"""));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(file)!), Has.Length.EqualTo(1));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Test]
    public async Task Sign_in_that_is_valid_still_serves_if_it_cannot_be_renewed()
    {
        using TempHome home = new(Session);
        home.Write(FileFor("corp"), SignIn("2026-07-01T12:04:00Z"));
        await using RawServer server = new(Reply.Status(400, """{"error":"invalid_grant"}"""), Reply.Ok(Keys));

        Assert.That((await Provider(home, server).GetCredentialsAsync()).AccessKeyId, Is.EqualTo("AKIDSSO"));
        Assert.That(server.Requests[1], Does.Contain("x-amz-sso_bearer_token: OLD"));
    }

    [Test]
    public async Task Ended_sign_in_says_how_to_sign_in_again()
    {
        using TempHome home = new(Session);
        home.Write(FileFor("corp"), SignIn("2026-07-01T11:00:00Z"));
        await using RawServer server = new(Reply.Status(400, """{"error":"invalid_grant"}"""));

        await Assert.ThatAsync(
            () => Provider(home, server).GetCredentialsAsync().AsTask(),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains("aws sso login --sso-session corp").And.Message.Not.Contains("OLD"));
    }

    [Test]
    public async Task Without_a_sign_in_nothing_is_sent()
    {
        using TempHome home = new(Session);
        await using RawServer server = new(Reply.Ok(Keys));

        await Assert.ThatAsync(
            () => Provider(home, server).GetCredentialsAsync().AsTask(),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains("nobody has signed in"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Portal_that_refuses_is_told_from_one_that_is_broken()
    {
        using TempHome home = new(Session);
        home.Write(FileFor("corp"), SignIn("2026-07-01T13:00:00Z"));
        await using RawServer server = new(Reply.Status(401, "hush"));

        await Assert.ThatAsync(
            () => Provider(home, server).GetCredentialsAsync().AsTask(),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains("401").And.Message.Contains("aws sso login").And.Message.Not.Contains("hush"));
    }

    [TestCase("[profile dev]\nsso_session = none\nsso_account_id = 1\nsso_role_name = r\n", "no such section")]
    [TestCase("[profile dev]\nsso_session = corp\nsso_role_name = r\n[sso-session corp]\nsso_region = x\nsso_start_url = y\n", "sso_account_id")]
    [TestCase("[profile dev]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = r\n[sso-session corp]\nsso_region = x\n", "sso_start_url")]
    public async Task Profile_that_lacks_something_says_what(string config, string missing)
    {
        using TempHome home = new(config);
        await using RawServer server = new(Reply.Ok(Keys));

        await Assert.ThatAsync(
            () => Provider(home, server).GetCredentialsAsync().AsTask(), Throws.InstanceOf<CredentialsException>().With.Message.Contains(missing));
    }

    private static string SignIn(string expiresAt) =>
        $$"""{"accessToken":"OLD","expiresAt":"{{expiresAt}}","clientId":"C","clientSecret":"CS","registrationExpiresAt":"2026-09-01T00:00:00Z","refreshToken":"R1"}""";

    private static string FileFor(string key) =>
        $".aws/sso/cache/{Convert.ToHexStringLower(System.Security.Cryptography.SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(key)))}.json";

    private ProfileCredentialProvider Provider(TempHome home, RawServer server) => new("dev", new ClientOptions
    {
        TimeProvider = _clock,
        Environment = home.Environment(("AWS_ENDPOINT_URL_SSO", server.Url.ToString()), ("AWS_ENDPOINT_URL_SSO_OIDC", server.Url.ToString())),
    });
}
