using S3Gen.Testing;

namespace S3Gen.Integration.Servers;

/// <summary>The in-process server with TLS, which takes keys of clients over nothing else, and its certificate as a file of authorities.</summary>
internal sealed class TlsTestServer : IAsyncDisposable
{
    private TlsTestServer(S3TestServer server, string authorityFile) => (Server, AuthorityFile) = (server, authorityFile);

    public S3TestServer Server { get; }

    public string AuthorityFile { get; }

    public static async Task<TlsTestServer> StartAsync()
    {
        S3TestServer server = await S3TestServer.StartAsync(new S3TestServerOptions { UseTls = true, RequireTlsForCustomerKeys = true });
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, server.Certificate!.ExportCertificatePem());
        return new TlsTestServer(server, file);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        File.Delete(AuthorityFile);
    }
}
