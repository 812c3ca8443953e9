using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.CredentialSources;

[Parallelizable(ParallelScope.All)] // Most of them wait for a limit to pass.
public sealed class InstanceMetadataTests
{
    private static readonly Reply Role = Reply.Ok("my-role\n");

    [Test]
    public async Task Token_role_and_keys_are_asked_for_in_this_order()
    {
        await using RawServer server = new(Reply.Ok("T0K3N"), Role, Reply.Ok(TestKeys.Json()));
        using InstanceMetadataCredentialProvider provider = Provider(server.Url);

        Credentials credentials = await provider.GetCredentialsAsync();

        Assert.That(credentials.Text(), Is.EqualTo("AKIDTEMP|SK/+=|TOKEN|2099-01-01T00:00:00Z"));
        Assert.That(server.Requests[0], Does.StartWith("PUT /latest/api/token HTTP/1.1").And.Contains("x-aws-ec2-metadata-token-ttl-seconds: 21600"));
        Assert.That(server.Requests[1], Does.StartWith("GET /latest/meta-data/iam/security-credentials/ HTTP").And.Contains("x-aws-ec2-metadata-token: T0K3N"));
        Assert.That(server.Requests[2], Does.StartWith("GET /latest/meta-data/iam/security-credentials/my-role HTTP").And.Contains("x-aws-ec2-metadata-token: T0K3N"));
    }

    [Test]
    public async Task Token_is_kept_until_it_expires_or_is_refused()
    {
        FakeTimeProvider clock = new(TestClient.Now);
        Reply keys = Reply.Ok(TestKeys.Json(expiration: TestClient.Now.AddHours(1)));
        await using RawServer server = new(
            Reply.Ok("T1"), Role, keys,
            Role, Reply.Ok(TestKeys.Json(expiration: TestClient.Now.AddHours(3))),
            Reply.Status(401), Reply.Ok("T2"), Role, keys);
        using InstanceMetadataCredentialProvider provider = Provider(server.Url, clock);

        await provider.GetCredentialsAsync();
        clock.Advance(TimeSpan.FromHours(2));
        await provider.GetCredentialsAsync();
        clock.Advance(TimeSpan.FromHours(2));
        await provider.GetCredentialsAsync();

        Assert.That(server.Requests.Count(static request => request.StartsWith("PUT", StringComparison.Ordinal)), Is.EqualTo(2));
        Assert.That(server.Requests[3], Does.Contain("token: T1"));
        Assert.That(server.Requests[^1], Does.Contain("token: T2"));
    }

    [TestCase(403)]
    [TestCase(404)]
    [TestCase(405)]
    public async Task Service_without_tokens_is_asked_without_one(int status)
    {
        await using RawServer server = new(Reply.Status(status), Role, Reply.Ok(TestKeys.Json()));
        using InstanceMetadataCredentialProvider provider = Provider(server.Url);

        Assert.That((await provider.GetCredentialsAsync()).AccessKeyId, Is.EqualTo("AKIDTEMP"));
        Assert.That(server.Requests[1], Does.Not.Contain("x-aws-ec2-metadata-token"));
    }

    [Test]
    public async Task Version_1_can_be_forbidden()
    {
        await using RawServer server = new(Reply.Status(403), Role, Reply.Ok(TestKeys.Json()));
        using InstanceMetadataCredentialProvider provider = Provider(server.Url, null, ("AWS_EC2_METADATA_V1_DISABLED", "true"));

        await Assert.ThatAsync(
            () => provider.GetCredentialsAsync().AsTask(),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains("AWS_EC2_METADATA_V1_DISABLED"));
        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [TestCase(400)]
    [TestCase(500)]
    public async Task Other_answers_to_the_request_for_a_token_are_no_reason_to_go_without(int status)
    {
        await using RawServer server = new(Reply.Status(status));
        using InstanceMetadataCredentialProvider provider = Provider(server.Url);

        await Assert.ThatAsync(
            () => provider.GetCredentialsAsync().AsTask(),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains($"{status}"));
        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Transient_answers_are_tried_again_as_often_as_the_variable_says()
    {
        await using RawServer server = new(Reply.Status(503), Reply.Ok("T"), Role, Reply.Ok(TestKeys.Json()));
        using InstanceMetadataCredentialProvider provider = Provider(server.Url, null, ("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "2"));

        Assert.That((await provider.GetCredentialsAsync()).AccessKeyId, Is.EqualTo("AKIDTEMP"));
    }

    [Test]
    public async Task Machine_without_the_service_is_known_at_once()
    {
        using TcpListener closed = new(IPAddress.Loopback, 0);
        closed.Start();
        Uri url = new($"http://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}");
        closed.Stop();
        using InstanceMetadataCredentialProvider provider = Provider(url);

        await Assert.ThatAsync(
            () => provider.GetCredentialsAsync().AsTask(),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains("there is no instance metadata service"));
    }

    [Test]
    public async Task Silent_service_is_given_up_and_asked_without_a_token_first()
    {
        TimeSpan patience = TimeSpan.FromSeconds(2);
        FakeTimeProvider clock = new(TestClient.Now);
        await using RawServer server = new(Reply.Silence());
        using InstanceMetadataCredentialProvider provider = Provider(server.Url, clock);

        Task<Credentials> search = provider.GetCredentialsAsync().AsTask();
        for (int request = 0; request < 2; request++)
        {
            await server.WaitForRequestAsync();
            clock.Advance(patience);
        }

        await Assert.ThatAsync(() => search, Throws.InstanceOf<CredentialsException>().With.Message.Contains("does not answer"));
        Assert.That(server.Requests[1], Does.StartWith("GET"));
        Assert.That(server.Requests, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Instance_without_a_role_is_told_from_one_without_the_service()
    {
        await using RawServer server = new(Reply.Ok("T"), Reply.Status(404));
        using InstanceMetadataCredentialProvider provider = Provider(server.Url);

        await Assert.ThatAsync(
            () => provider.GetCredentialsAsync().AsTask(), Throws.InstanceOf<CredentialsException>().With.Message.Contains("the instance has no role"));
    }

    [Test]
    public async Task Switched_off_nothing_is_sent()
    {
        await using RawServer server = new(Reply.Ok("T"));
        using InstanceMetadataCredentialProvider provider = Provider(server.Url, null, ("AWS_EC2_METADATA_DISABLED", "true"));

        await Assert.ThatAsync(() => provider.GetCredentialsAsync().AsTask(), Throws.InstanceOf<CredentialsException>().With.Message.Contains("switched off"));
        Assert.That(server.Requests, Is.Empty);
    }

    [TestCase("""{"Code":"AssumeRoleUnauthorizedAccess"}""", "AssumeRoleUnauthorizedAccess")]
    [TestCase("""{"AccessKeyId":"A"}""", "no secret access key")]
    [TestCase("""{"AccessKeyId":"A","SecretAccessKey":"hush" """, "no JSON")]
    [TestCase("hush", "no JSON")]
    public async Task Answer_that_cannot_be_used_is_described_without_its_content(string json, string message)
    {
        await using RawServer server = new(Reply.Ok("T"), Role, Reply.Ok(json));
        using InstanceMetadataCredentialProvider provider = Provider(server.Url);

        await Assert.ThatAsync(
            () => provider.GetCredentialsAsync().AsTask(),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains(message).And.Message.Not.Contains("hush"));
    }

    [Test]
    public async Task Endless_answer_is_refused()
    {
        await using RawServer server = new(Reply.Ok("T"), Role, Reply.Ok(new string('x', 70_000)));
        using InstanceMetadataCredentialProvider provider = Provider(server.Url);

        await Assert.ThatAsync(() => provider.GetCredentialsAsync().AsTask(), Throws.InstanceOf<CredentialsException>());
    }

    private static InstanceMetadataCredentialProvider Provider(Uri url, TimeProvider? clock = null, params (string, string)[] variables) => new(new ClientOptions
    {
        TimeProvider = clock!,
        Environment = new FakeEnvironment([("AWS_EC2_METADATA_SERVICE_ENDPOINT", url.ToString()), .. variables]),
    });
}
