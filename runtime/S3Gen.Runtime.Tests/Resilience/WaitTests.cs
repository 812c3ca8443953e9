using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Resilience;

/// <summary>Calls whose time is up while they wait for what the client itself needs.</summary>
public sealed class WaitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    [Test]
    public async Task Call_that_gets_no_connection_says_so_and_nothing_bad_of_the_service()
    {
        await using RawServer server = new(Reply.Ok("0123456789"), Reply.Ok());
        using ClientPipeline client = Client(server, TestClient.Keys);
        using (TestResponse held = await client.RunAsync(TestOperation.Download))
        {
            ServiceConnectionException? failure = await Assert.ThrowsAsync<ServiceConnectionException>(() => client.RunAsync(TestOperation.Head));

            Assert.That(failure!.Message, Does.Contain("All 1 connections to the host are in use (MaxConnections)").And.Contains("disposed"));
            Assert.That(failure.InnerException, Is.InstanceOf<TimeoutException>());
            Assert.That(client.Circuits, Is.Empty);
            Assert.That(server.Requests, Has.Length.EqualTo(1));
        }

        await client.RunAsync(TestOperation.Head);
    }

    [Test]
    public async Task Call_that_gets_no_credentials_says_so_and_nothing_bad_of_the_service()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = Client(server, new SilentProvider());

        ServiceConnectionException? failure = await Assert.ThrowsAsync<ServiceConnectionException>(() => client.RunAsync(TestOperation.Post));

        Assert.That(failure!.Message, Does.Contain("There were no credentials yet."));
        Assert.That(failure.AttemptCount, Is.EqualTo(2), "what was not sent can be tried again whatever the operation");
        Assert.That(client.Circuits, Is.Empty);
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Service_that_does_not_answer_is_another_matter()
    {
        await using RawServer server = new(Reply.Silence());
        using ClientPipeline client = Client(server, TestClient.Keys);

        ServiceConnectionException? failure = await Assert.ThrowsAsync<ServiceConnectionException>(() => client.RunAsync(TestOperation.Head));

        Assert.That(failure!.Message, Does.Not.Contain("MaxConnections").And.Not.Contains("credentials"));
        Assert.That(client.Circuits.Single().ConsecutiveFailures, Is.EqualTo(2));
    }

    private static ClientPipeline Client(RawServer server, ICredentialProvider credentials) => new(TestOperation.S3, new ClientOptions
    {
        EndpointUrl = server.Url,
        Credentials = credentials,
        MaxConnections = 1,
        MaxRetries = 1,
        ReadTimeout = Patience,
        Environment = new FakeEnvironment(),
        NextRandom = static () => 0,
    });

    private sealed class SilentProvider : ICredentialProvider
    {
        public async ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Credentials.Anonymous;
        }
    }
}
