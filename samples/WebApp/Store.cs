using S3Gen.Runtime;
using S3Gen.Testing;

namespace S3Gen.WebApp;

/// <summary>Where the objects are.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly S3TestServer? _server;

    private Store(string bucket, S3TestServer? server)
    {
        Bucket = bucket;
        _server = server;
        ClientOptions = server is null ? new S3ClientOptions() : new S3ClientOptions
        {
            EndpointUrl = server.Endpoint,
            Region = server.Region,
            Credentials = new StaticCredentialProvider(new Credentials(server.AccessKeyId, server.SecretAccessKey)),
        };
    }

    public string Bucket { get; }

    public S3ClientOptions ClientOptions { get; }

    public static async Task<Store> OpenAsync(string bucket) =>
        new(bucket, Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_S3") is { Length: > 0 } ? null : await S3TestServer.StartAsync());

    public async Task CreateBucketAsync(IS3Client s3)
    {
        try
        {
            await s3.HeadBucketAsync(Bucket);
        }
        catch (S3Exception missing) when (missing.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            await s3.CreateBucketAsync(Bucket);
        }
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
