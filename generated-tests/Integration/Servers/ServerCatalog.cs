using S3Gen.Testing;

namespace S3Gen.Integration.Servers;

/// <summary>
/// Where the suite's servers are. The in-process one always runs. Ceph RADOS Gateway and moto are found by the variables that
/// <c>generated-tests/servers/start.sh</c> prints; where S3GEN_REQUIRE_SERVERS is 1, as in CI, a missing one is a failure.
/// </summary>
internal static class ServerCatalog
{
    public static async Task<ServerUnderTest> ConnectAsync(string name)
    {
        if (name == ServerNames.InProcess)
        {
            S3TestServer server = await S3TestServer.StartAsync();
            return new ServerUnderTest(name, OptionsFor(server.Endpoint, server.Region, server.AccessKeyId, server.SecretAccessKey), server);
        }

        string prefix = name == ServerNames.CephRgw ? "RGW" : "MOTO";
        if (Variable($"{prefix}_ENDPOINT") is not { } endpoint)
        {
            string reason = $"{name} is not running: start it with 'eval \"$(generated-tests/servers/start.sh)\"' (Debian, as root)";
            if (Environment.GetEnvironmentVariable("S3GEN_REQUIRE_SERVERS") == "1")
            {
                Assert.Fail(reason);
            }

            Assert.Ignore(reason);
            throw new InvalidOperationException(reason);
        }

        return new ServerUnderTest(
            name, OptionsFor(new Uri(endpoint), Variable($"{prefix}_REGION")!, Variable($"{prefix}_ACCESS_KEY")!, Variable($"{prefix}_SECRET_KEY")!));
    }

    private static S3ClientOptions OptionsFor(Uri endpoint, string region, string accessKeyId, string secretAccessKey) => new()
    {
        EndpointUrl = endpoint,
        Region = region,
        Credentials = new StaticCredentialProvider(new Credentials(accessKeyId, secretAccessKey)),
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

internal static class ServerNames
{
    public const string InProcess = "in-process";
    public const string CephRgw = "Ceph RGW";
    public const string Moto = "moto";
}
