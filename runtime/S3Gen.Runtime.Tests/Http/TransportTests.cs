using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Logging;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Http;

public sealed class TransportTests
{
    [Test]
    public async Task Certificate_that_leads_to_the_bundle_is_trusted()
    {
        await using TlsServer server = new();
        using ClientPipeline client = Client(server.Url, new() { CaBundle = TestCertificates.BundlePath });

        await client.RunAsync(TestOperation.Head);

        Assert.That(server.Protocol, Is.AnyOf(SslProtocols.Tls12, SslProtocols.Tls13));
    }

    [Test]
    public async Task Certificate_that_nobody_vouches_for_is_refused()
    {
        await using TlsServer server = new();
        using ClientPipeline client = Client(server.Url, new());

        await Assert.ThatAsync(
            () => client.RunAsync(TestOperation.Head),
            Throws.InstanceOf<ServiceConnectionException>().With.InnerException.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task Bundle_of_other_authorities_does_not_help()
    {
        await using TlsServer server = new();
        using ClientPipeline client = Client(server.Url, new() { CaBundle = TestCertificates.OtherBundlePath });

        await Assert.ThatAsync(() => client.RunAsync(TestOperation.Head), Throws.InstanceOf<ServiceConnectionException>());
    }

    [Test]
    public async Task Verification_can_be_switched_off_in_code_and_the_client_warns_of_it()
    {
        await using TlsServer server = new();
        using RecordedLog log = new();
        using ClientPipeline client = Client(server.Url, new() { VerifyCertificates = false, LoggerFactory = log });

        await client.RunAsync(TestOperation.Head);

        Assert.That(log.At(LogLevel.Warning), Has.Some.StartsWith("Certificates of servers are not verified"));
    }

    [Test]
    public async Task Older_versions_of_TLS_are_refused()
    {
#pragma warning disable SYSLIB0039, CA5397 // That they are refused is the point.
        await using TlsServer server = new(SslProtocols.Tls11);
#pragma warning restore SYSLIB0039, CA5397
        using ClientPipeline client = Client(server.Url, new() { VerifyCertificates = false });

        await Assert.ThatAsync(() => client.RunAsync(TestOperation.Head), Throws.InstanceOf<ServiceConnectionException>());
    }

    [Test]
    public void Pool_has_the_limits_of_the_settings()
    {
        using SocketsHttpHandler usual = Handler(new());
        using SocketsHttpHandler lambda = Handler(ClientPresets.Lambda());

        Assert.That(usual.MaxConnectionsPerServer, Is.EqualTo(100));
        Assert.That(usual.PooledConnectionIdleTimeout, Is.EqualTo(TimeSpan.FromSeconds(90)));
        Assert.That(usual.PooledConnectionLifetime, Is.EqualTo(TimeSpan.FromSeconds(300)));
        Assert.That(usual.ConnectTimeout, Is.EqualTo(TimeSpan.FromSeconds(5)));
        Assert.That(usual.SslOptions.EnabledSslProtocols, Is.EqualTo(SslProtocols.Tls12 | SslProtocols.Tls13));
        Assert.That(usual.SslOptions.RemoteCertificateValidationCallback, Is.Null);
        Assert.That(lambda.PooledConnectionLifetime, Is.EqualTo(TimeSpan.Zero));
        Assert.That(lambda.ConnectTimeout, Is.EqualTo(TimeSpan.FromSeconds(2)));
    }

    [TestCase(true, 0)]
    [TestCase(false, 2)]
    public async Task Connection_is_kept_for_further_requests_unless_it_must_not_be(bool keepAlive, int closed)
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = Client(server.Url, new() { KeepAlive = keepAlive });

        await client.RunAsync(TestOperation.Head);
        await client.RunAsync(TestOperation.Head);

        Assert.That(() => server.ClosedConnections, Is.EqualTo(closed).After(2_000, 10));
        Assert.That(server.Requests[0], Does.Contain(" HTTP/1.1\r\n"));
    }

    [Test]
    public async Task Kept_connection_that_the_server_has_closed_does_not_fail_a_request()
    {
        await using RawServer server = new(Reply.Ok(), Reply.Reset(), Reply.Ok());
        using ClientPipeline client = Client(server.Url, new() { MaxRetries = 1 });
        await client.RunAsync(TestOperation.Head);

        await client.RunAsync(TestOperation.Head);

        Assert.That(server.Requests, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task Requests_go_through_the_proxy_of_the_environment()
    {
        await using RawServer proxy = new(Reply.Ok());
        FakeEnvironment environment = new(("http_proxy", proxy.Url.ToString()));
        using ClientPipeline client = Client(new Uri("http://store.example"), new() { Environment = environment });

        await client.RunAsync(TestOperation.Head);

        Assert.That(proxy.Requests[0], Does.Contain(" http://store.example/").And.Contains("Host: store.example"));
    }

    [Test]
    public async Task Connection_that_is_not_made_in_time_is_given_up()
    {
        using Socket full = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        full.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using ClientPipeline client = Client(new Uri($"http://{full.LocalEndPoint}"), new() { ConnectTimeout = TimeSpan.FromMilliseconds(200), MaxRetries = 0 });

        await Assert.ThatAsync(() => client.RunAsync(TestOperation.Head), Throws.InstanceOf<ServiceConnectionException>());
    }

    private static SocketsHttpHandler Handler(ClientOptions options) =>
        SocketsTransport.CreateHandler(new ClientSettings("S3", new ClientOptions { BasedOn = options, Environment = new FakeEnvironment() }));

    private static ClientPipeline Client(Uri url, ClientOptions options) => new(TestOperation.S3, new ClientOptions
    {
        BasedOn = options,
        EndpointUrl = url,
        Credentials = TestClient.Keys,
        MaxRetries = options.MaxRetries ?? 0,
        Environment = options.Environment as FakeEnvironment ?? new FakeEnvironment(),
        NextRandom = static () => 0,
    });
}
