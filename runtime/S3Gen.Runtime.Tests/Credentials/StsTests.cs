using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.CredentialSources;

public sealed class StsTests
{
    private const string Arn = "arn:aws:iam::123456789012:role/reader";

    [Test]
    public async Task Role_of_another_account_is_assumed_with_all_that_was_asked_for()
    {
        await using RawServer server = new(Reply.Ok(TestKeys.Sts("AssumeRole")));
        AssumedRole role = new() { RoleArn = Arn, ExternalId = "ext/1", SessionName = "me@x", Duration = TimeSpan.FromMinutes(30), Policy = "{}" };
        using AssumeRoleCredentialProvider provider = new(role, new StaticCredentialProvider("AKIDCALLER", "SK", "CALLER-TOKEN"), Options(server));

        Credentials credentials = await provider.GetCredentialsAsync();

        Assert.That(credentials.Text(), Is.EqualTo("AKIDROLE|SK/+=|TOKEN|2099-01-01T00:00:00Z"));
        string request = server.Requests.Single();
        Assert.That(request, Does.StartWith("POST / HTTP/1.1"));
        Assert.That(request, Does.Contain("Content-Type: application/x-www-form-urlencoded; charset=utf-8"));
        Assert.That(request, Does.Contain("Credential=AKIDCALLER/20260701/eu-west-1/sts/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature="));
        Assert.That(request, Does.Contain("X-Amz-Security-Token: CALLER-TOKEN"));
        Assert.That(request, Does.EndWith(
            "Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Freader&RoleSessionName=me%40x"
            + "&ExternalId=ext%2F1&DurationSeconds=1800&Policy=%7B%7D"));
    }

    [Test]
    public async Task Session_gets_a_name_if_it_was_given_none()
    {
        await using RawServer server = new(Reply.Ok(TestKeys.Sts("AssumeRole")));
        using AssumeRoleCredentialProvider provider = new(new AssumedRole { RoleArn = Arn }, TestClient.Keys, Options(server));

        await provider.GetCredentialsAsync();

        Assert.That(server.Requests[0], Does.EndWith($"&RoleSessionName=s3gen-{TestClient.Now.ToUnixTimeMilliseconds()}"));
    }

    [Test]
    public async Task Code_of_the_MFA_device_is_asked_for_where_somebody_can_be_asked()
    {
        await using RawServer server = new(Reply.Ok(TestKeys.Sts("AssumeRole")));
        AssumedRole role = new() { RoleArn = Arn, MfaSerial = "arn:aws:iam::1:mfa/me" };
        ClientOptions asking = new() { BasedOn = Options(server), MfaCode = static (serial, _) => new(serial.EndsWith("mfa/me", StringComparison.Ordinal) ? "123456" : "?") };
        using AssumeRoleCredentialProvider mute = new(role, TestClient.Keys, Options(server));
        using AssumeRoleCredentialProvider provider = new(role, TestClient.Keys, asking);

        await provider.GetCredentialsAsync();

        Assert.That(server.Requests.Single(), Does.EndWith("&SerialNumber=arn%3Aaws%3Aiam%3A%3A1%3Amfa%2Fme&TokenCode=123456"));
        await Assert.ThatAsync(
            () => mute.GetCredentialsAsync().AsTask(),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains("mfa_serial").And.Message.Contains("MfaCode"));
    }

    [Test]
    public async Task Web_identity_is_sent_unsigned_and_its_file_read_each_time()
    {
        using TempHome home = new();
        string file = home.Write("token", "JWT.1\n");
        await using RawServer server = new(Reply.Ok(TestKeys.Sts("AssumeRoleWithWebIdentity")));
        ClientOptions options = new()
        {
            Environment = home.Environment(
                ("AWS_ENDPOINT_URL_STS", server.Url.ToString()), ("AWS_WEB_IDENTITY_TOKEN_FILE", file), ("AWS_ROLE_ARN", Arn), ("AWS_ROLE_SESSION_NAME", "pod")),
        };
        using ChainCredentialProvider chain = ChainCredentialProvider.CreateDefault(new("S3", options));
        using WebIdentityCredentialProvider named = new(new AssumedRole { RoleArn = Arn, SessionName = "pod" }, file, options);

        Assert.That((await chain.GetCredentialsAsync()).AccessKeyId, Is.EqualTo("AKIDROLE"));
        home.Write("token", "JWT.2\n");
        await named.GetCredentialsAsync();

        Assert.That(server.Requests[0], Does.Not.Contain("Authorization").And.EndsWith("&RoleSessionName=pod&WebIdentityToken=JWT.1"));
        Assert.That(server.Requests[1], Does.EndWith("&WebIdentityToken=JWT.2"));
    }

    [Test]
    public async Task Refusal_is_told_in_the_services_words_and_not_repeated_in_vain()
    {
        await using RawServer server = new(Reply.Status(403, "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not yours</Message></Error></ErrorResponse>"));
        using AssumeRoleCredentialProvider provider = new(new AssumedRole { RoleArn = Arn }, TestClient.Keys, Options(server));

        await Assert.ThatAsync(
            () => provider.GetCredentialsAsync().AsTask(),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains("403 AccessDenied: not yours"));
        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [TestCase("<AssumeRoleResponse><AssumeRoleResult><Credentials><SecretAccessKey>hush", "cannot be read")]
    [TestCase("<AssumeRoleResponse><AssumeRoleResult><Credentials><SecretAccessKey>hush</SecretAccessKey></Credentials></AssumeRoleResult></AssumeRoleResponse>", "no access key id")]
    [TestCase("<html>hush</html>", "no access key id")]
    [TestCase("hush", "cannot be read")]
    public async Task Answer_that_cannot_be_used_is_described_without_its_content(string body, string message)
    {
        await using RawServer server = new(Reply.Ok(body));
        using AssumeRoleCredentialProvider provider = new(new AssumedRole { RoleArn = Arn }, TestClient.Keys, Options(server));

        await Assert.ThatAsync(
            () => provider.GetCredentialsAsync().AsTask(),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains(message).And.Message.Not.Contains("hush"));
    }

    [TestCase("x", null, 60)]
    [TestCase(Arn, "a b", 60)]
    [TestCase(Arn, "a", 60)]
    [TestCase(Arn, null, 14)]
    [TestCase(Arn, null, 721)]
    public void Role_that_cannot_be_one_is_refused_at_once(string arn, string? session, int minutes) => Assert.That(
        () => new AssumeRoleCredentialProvider(
            new AssumedRole { RoleArn = arn, SessionName = session, Duration = TimeSpan.FromMinutes(minutes) },
            TestClient.Keys,
            new ClientOptions { Environment = new FakeEnvironment() }),
        Throws.ArgumentException);

    private static ClientOptions Options(RawServer server) => new()
    {
        Region = "eu-west-1",
        TimeProvider = new FakeTimeProvider(TestClient.Now),
        Environment = new FakeEnvironment(("AWS_ENDPOINT_URL_STS", server.Url.ToString())),
    };
}
