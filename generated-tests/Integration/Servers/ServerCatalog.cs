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
            return new ServerUnderTest(name, OptionsFor(server), server);
        }

        string prefix = PrefixOf(name);
        return new ServerUnderTest(name, OptionsFor(prefix, Require(name, $"{prefix}_ENDPOINT")));
    }

    /// <summary>
    /// The same servers where keys of the caller may be sent to them: over TLS, with the server's certificate as the only authority. moto
    /// listens without TLS, so that its client is told to send keys all the same.
    /// </summary>
    public static async Task<ServerUnderTest> ConnectForKeysAsync(string name)
    {
        if (name == ServerNames.InProcess)
        {
            TlsTestServer tls = await TlsTestServer.StartAsync();
            return new ServerUnderTest(name, new S3ClientOptions { BasedOn = OptionsFor(tls.Server), CaBundle = tls.AuthorityFile }, tls);
        }

        string prefix = PrefixOf(name);
        return new ServerUnderTest(name, name == ServerNames.Moto
            ? new S3ClientOptions { BasedOn = OptionsFor(prefix, Require(name, $"{prefix}_ENDPOINT")), AllowCustomerKeysOverHttp = true }
            : new S3ClientOptions { BasedOn = OptionsFor(prefix, Require(name, $"{prefix}_TLS_ENDPOINT")), CaBundle = Require(name, $"{prefix}_CA_FILE") });
    }

    /// <summary>The value of one of the variables of a server; without it the test is skipped, or fails where servers are required.</summary>
    public static string Require(string name, string variable)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value)
        {
            return value;
        }

        string reason = $"{name} is not running ({variable} is not set): start it with 'eval \"$(generated-tests/servers/start.sh)\"' (Debian, as root)";
        if (Environment.GetEnvironmentVariable("S3GEN_REQUIRE_SERVERS") == "1")
        {
            Assert.Fail(reason);
        }

        Assert.Ignore(reason);
        throw new InvalidOperationException(reason);
    }

    private static string PrefixOf(string name) => name == ServerNames.CephRgw ? "RGW" : "MOTO";

    private static S3ClientOptions OptionsFor(S3TestServer server) =>
        OptionsFor(server.Endpoint, server.Region, new Credentials(server.AccessKeyId, server.SecretAccessKey));

    private static S3ClientOptions OptionsFor(string prefix, string endpoint) => OptionsFor(
        new Uri(endpoint), Variable($"{prefix}_REGION")!, new Credentials(Variable($"{prefix}_ACCESS_KEY")!, Variable($"{prefix}_SECRET_KEY")!));

    private static S3ClientOptions OptionsFor(Uri endpoint, string region, Credentials credentials) =>
        new() { EndpointUrl = endpoint, Region = region, Credentials = new StaticCredentialProvider(credentials) };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

internal static class ServerNames
{
    public const string InProcess = "in-process";
    public const string CephRgw = "Ceph RGW";
    public const string Moto = "moto";
}
