using S3Gen.Runtime;
using S3Gen.Testing;

namespace S3Gen.Quickstart;

/// <summary>The server that the tour runs against: the one that AWS_ENDPOINT_URL_S3 names, else one inside this process.</summary>
internal sealed class Target : IAsyncDisposable
{
    private readonly S3TestServer? _server;

    private Target(S3Client client, string description, S3TestServer? server)
    {
        Client = client;
        Description = description;
        _server = server;
    }

    public S3Client Client { get; }

    public string Description { get; }

    public static async Task<Target> ConnectAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_S3") is { Length: > 0 } endpoint)
        {
            // Endpoint, region and credentials all come from the environment.
            return new Target(new S3Client(), endpoint, null);
        }

        S3TestServer server = await S3TestServer.StartAsync(cancellationToken: cancellationToken);
        S3Client client = new(new S3ClientOptions
        {
            EndpointUrl = server.Endpoint,
            Region = server.Region,
            Credentials = new StaticCredentialProvider(new Credentials(server.AccessKeyId, server.SecretAccessKey)),
        });
        return new Target(client, $"an S3 server inside this process ({server.Endpoint}); set AWS_ENDPOINT_URL_S3 to use another", server);
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
