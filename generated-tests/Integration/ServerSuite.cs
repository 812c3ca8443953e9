using S3Gen.Integration.Servers;

namespace S3Gen.Integration;

/// <summary>A suite that runs against each server, with a bucket of its own that is emptied and removed afterwards.</summary>
[TestFixture(ServerNames.InProcess)]
[TestFixture(ServerNames.CephRgw)]
[TestFixture(ServerNames.Moto)]
public abstract class ServerSuite(string server)
{
    private ServerUnderTest? _server;

    protected S3Client S3 => _server!.Client;

    protected S3ClientOptions Options => _server!.Options;

    protected string Server { get; } = server;

    protected string Bucket { get; } = $"s3gen-it-{Guid.NewGuid():N}"[..30];

    [OneTimeSetUp]
    public async Task ConnectAsync()
    {
        _server = await FindServerAsync();
        await S3.CreateBucketAsync(Bucket);
    }

    [OneTimeTearDown]
    public async Task CleanUpAsync()
    {
        if (_server is null)
        {
            return;
        }

        await BucketCleaner.RemoveAsync(S3, Bucket);
        await _server.DisposeAsync();
    }

    /// <summary>The server and a client of it.</summary>
    protected virtual Task<ServerUnderTest> FindServerAsync() => ServerCatalog.ConnectAsync(Server);

    /// <summary>Skips a test on a server that is known not to do what it needs; the reason says what it does instead.</summary>
    protected void NotOn(string server, string because)
    {
        if (Server == server)
        {
            Assert.Ignore($"{server} {because}");
        }
    }

    /// <summary>A client of the same server and user whose clock stands at another time.</summary>
    protected S3Client ClientAt(DateTimeOffset time) => new(new S3ClientOptions
    {
        EndpointUrl = _server!.Options.EndpointUrl,
        Region = _server.Options.Region,
        Credentials = _server.Options.Credentials,
        TimeProvider = new StandingClock(time),
    });

    /// <summary>A client of the same server and user that verifies what it reads, and sends over this.</summary>
    protected S3Client VerifyingClient(IHttpTransport? transport = null) => new(new S3ClientOptions
    {
        EndpointUrl = _server!.Options.EndpointUrl,
        Region = _server.Options.Region,
        Credentials = _server.Options.Credentials,
        ResponseChecksumValidation = ChecksumPolicy.WhenSupported,
        Transport = transport,
    });

    protected Task<PutObjectResponse> PutAsync(string key, byte[] content) =>
        S3.PutObjectAsync(new PutObjectRequest { Bucket = Bucket, Key = key, Body = RequestBody.FromBytes(content) });

    protected async Task<byte[]> GetAsync(string key)
    {
        using GetObjectResponse response = await S3.GetObjectAsync(Bucket, key);
        using MemoryStream content = new();
        await response.Body.CopyToAsync(content);
        return content.ToArray();
    }

    private sealed class StandingClock(DateTimeOffset time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time;
    }
}
