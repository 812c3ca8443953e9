using S3Gen.Testing;

namespace S3Gen.Extensions.Tests;

internal static class Servers
{
    /// <summary>Options for the in-process server.</summary>
    public static S3ClientOptions OptionsFor(S3TestServer server, Credentials? credentials = null) => new()
    {
        EndpointUrl = server.Endpoint,
        Region = server.Region,
        Credentials = new StaticCredentialProvider(credentials ?? new Credentials(server.AccessKeyId, server.SecretAccessKey)),
        MaxRetries = 0,
    };
}
