using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class TlsTests
{
    [Test]
    public async Task A_client_that_trusts_the_certificate_is_served_by_address_and_by_the_bucket_s_host()
    {
        await using S3TestServer server = await S3TestServer.StartAsync(new S3TestServerOptions { UseTls = true, RequireTlsForCustomerKeys = true });
        using HttpClient http = new(Trusting(server.Certificate!));
        using HttpResponseMessage created = await http.SendAsync(new S3Request(server, HttpMethod.Put, "/tls-bucket").Build());
        S3Request byHost = new(server, HttpMethod.Get, "/") { Host = "tls-bucket.s3.localhost" };
        HttpRequestMessage message = byHost.Build();
        message.Headers.Host = byHost.Host;
        using HttpResponseMessage listed = await http.SendAsync(message);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Endpoint.Scheme, Is.EqualTo("https"));
            Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(listed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task A_client_that_does_not_know_the_certificate_is_not()
    {
        await using S3TestServer server = await S3TestServer.StartAsync(new S3TestServerOptions { UseTls = true });
        using HttpClient http = new();
        await Assert.ThrowsAsync<HttpRequestException>(async () => await http.GetAsync(server.Endpoint));
    }

    [Test]
    [NonParallelizable]
    public async Task A_server_that_ends_at_once_leaves_no_fault_behind()
    {
        List<Exception> unobserved = [];
        void Keep(object? sender, UnobservedTaskExceptionEventArgs fault) => unobserved.Add(fault.Exception);
        Collect();
        TaskScheduler.UnobservedTaskException += Keep;
        try
        {
            for (int i = 0; i < 20; i++)
            {
                await (await S3TestServer.StartAsync(new S3TestServerOptions { UseTls = true })).DisposeAsync();
            }
            Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Keep;
        }
        Assert.That(unobserved, Is.Empty);

        static void Collect()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static SocketsHttpHandler Trusting(X509Certificate2 certificate) => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { certificate },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    };
}
