using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class LifetimeTests : ServerFixture
{
    [Test]
    public async Task Request_count_includes_refused_requests()
    {
        long before = Server.RequestCount;
        await SendAsync(Get("k").Anonymous());
        Assert.That(Server.RequestCount, Is.EqualTo(before + 1));
    }

    [Test]
    public void Start_on_a_taken_port_throws() =>
        Assert.That(async () => await S3TestServer.StartAsync(new S3TestServerOptions { Port = Server.Endpoint.Port }), Throws.InstanceOf<IOException>());

    [Test]
    public void Start_with_an_empty_secret_throws() =>
        Assert.That(async () => await S3TestServer.StartAsync(new S3TestServerOptions { SecretAccessKey = "" }), Throws.ArgumentException);

    [Test]
    public async Task Dispose_frees_the_port_though_clients_keep_connections()
    {
        S3TestServer server = await S3TestServer.StartAsync(new S3TestServerOptions { VerifySignatures = false });
        using HttpClient client = new();
        await client.GetAsync(server.Endpoint);
        await server.DisposeAsync();
        await using S3TestServer again = await S3TestServer.StartAsync(new S3TestServerOptions { Port = server.Endpoint.Port });
        Assert.That(again.Endpoint, Is.EqualTo(server.Endpoint));
    }

    [Test]
    public async Task Without_signature_verification_anyone_may_write()
    {
        await using S3TestServer server = await S3TestServer.StartAsync(new S3TestServerOptions { VerifySignatures = false });
        using HttpClient client = new();
        using HttpResponseMessage response = await client.PutAsync(new Uri(server.Endpoint, "open-bucket"), null);
        Assert.That(response.IsSuccessStatusCode, Is.True);
    }
}
