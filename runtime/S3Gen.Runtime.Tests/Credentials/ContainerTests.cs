using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.CredentialSources;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.CredentialSources;

public sealed class ContainerTests
{
    private const string Relative = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private const string Full = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

    [TestCase("/v2/x?y=1", "http://169.254.170.2/v2/x?y=1")]
    public void Relative_path_is_that_of_ECS_and_comes_first(string path, string url) => Assert.That(
        ContainerEndpoint.Find(new FakeEnvironment((Relative, path), (Full, "https://elsewhere/"))).ToString(), Is.EqualTo(url));

    [TestCase("http://localhost:8080/x")]
    [TestCase("http://127.0.0.1/x")]
    [TestCase("http://127.9.9.9/x")]
    [TestCase("http://[::1]/x")]
    [TestCase("http://169.254.170.2/x")]
    [TestCase("http://169.254.170.23/v1/credentials")]
    [TestCase("http://[fd00:ec2::23]/v1/credentials")]
    [TestCase("https://any.example/x")]
    public void Full_address_that_stays_on_the_machine_or_is_encrypted_is_asked(string url) =>
        Assert.That(ContainerEndpoint.Find(new FakeEnvironment((Full, url))), Is.EqualTo(new Uri(url)));

    [TestCase("http://example.com/x")]
    [TestCase("http://169.254.169.254/x")]
    [TestCase("http://10.0.0.1/x")]
    [TestCase("http://localhost.example.com/x")]
    [TestCase("http://127.0.0.1@example.com/x")]
    [TestCase("ftp://localhost/x")]
    [TestCase("x")]
    public void Other_addresses_are_not_asked(string url) => Assert.That(
        () => ContainerEndpoint.Find(new FakeEnvironment((Full, url))), Throws.InstanceOf<CredentialsException>().With.Message.Contains(Full));

    [TestCase("@example.com/")]
    [TestCase("http://example.com")]
    [TestCase(".example.com/x")]
    public void Relative_path_cannot_lead_elsewhere(string path) => Assert.That(
        () => ContainerEndpoint.Find(new FakeEnvironment((Relative, path))), Throws.InstanceOf<CredentialsException>().With.Message.Contains(Relative));

    [Test]
    public async Task Keys_come_with_the_token_of_the_file_rather_than_the_variable_and_the_file_is_read_each_time()
    {
        using TempHome home = new();
        string file = home.Write("token", "FILE-TOKEN\n");
        FakeTimeProvider clock = new(TestClient.Now);
        await using RawServer server = new(Reply.Ok(TestKeys.Json(expiration: TestClient.Now.AddHours(1))), Reply.Ok(TestKeys.Json("SECOND")));
        using ContainerCredentialProvider provider = Provider(
            home.Environment((Full, server.Url + "get"), ("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", file), ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "VARIABLE")), clock);

        await provider.GetCredentialsAsync();
        home.Write("token", "ROTATED");
        clock.Advance(TimeSpan.FromHours(1));
        Credentials second = await provider.GetCredentialsAsync();

        Assert.That(server.Requests[0], Does.StartWith("GET /get HTTP").And.Contains("Authorization: FILE-TOKEN\r\n"));
        Assert.That(server.Requests[1], Does.Contain("Authorization: ROTATED\r\n"));
        Assert.That(second.Text(), Is.EqualTo("SECOND|SK/+=|TOKEN|2099-01-01T00:00:00Z"));
    }

    [Test]
    public async Task Token_of_the_variable_serves_where_there_is_no_file()
    {
        await using RawServer server = new(Reply.Ok(TestKeys.Json()));
        using ContainerCredentialProvider provider = Provider(new FakeEnvironment((Full, server.Url.ToString()), ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "Bearer VARIABLE")));

        await provider.GetCredentialsAsync();

        Assert.That(server.Requests[0], Does.Contain("Authorization: Bearer VARIABLE\r\n"));
    }

    [Test]
    public async Task Token_with_a_line_break_is_refused_and_not_repeated()
    {
        using TempHome home = new();
        string file = home.Write("token", "hush\r\nx: y");
        using ContainerCredentialProvider provider = Provider(home.Environment((Full, "http://localhost:1/"), ("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", file)));

        await Assert.ThatAsync(
            () => provider.GetCredentialsAsync().AsTask(),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains("line break").And.Message.Not.Contains("hush"));
    }

    [Test]
    public async Task Passing_faults_are_tried_again_and_others_reported()
    {
        await using RawServer server = new(Reply.Status(500), Reply.Ok(TestKeys.Json()), Reply.Status(403, "hush"));
        using ContainerCredentialProvider first = Provider(new FakeEnvironment((Full, server.Url.ToString())));
        using ContainerCredentialProvider second = Provider(new FakeEnvironment((Full, server.Url.ToString())));

        Assert.That((await first.GetCredentialsAsync()).AccessKeyId, Is.EqualTo("AKIDTEMP"));
        await Assert.ThatAsync(
            () => second.GetCredentialsAsync().AsTask(),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains("403").And.Message.Not.Contains("hush"));
    }

    private static ContainerCredentialProvider Provider(FakeEnvironment environment, TimeProvider? clock = null) =>
        new(new ClientOptions { Environment = environment, TimeProvider = clock! });
}
