using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Bodies;

/// <summary>The same over TLS, where bodies are not signed and checksums of streams are unsigned trailers.</summary>
public sealed class BodiesOverTlsTests(string server) : BodyTests(server)
{
    protected override Task<ServerUnderTest> FindServerAsync() => ServerCatalog.ConnectForKeysAsync(Server);
}
