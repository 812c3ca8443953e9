using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Faults;

/// <summary>A server, a fault proxy before it, a client of each, and a bucket.</summary>
internal sealed class FaultRig : IAsyncDisposable
{
    private readonly ServerUnderTest _server;

    private FaultRig(ServerUnderTest server, FaultPlan plan)
    {
        _server = server;
        Proxy = new FaultProxy(server.Options.EndpointUrl!, plan);
        Faulty = new S3Client(new S3ClientOptions
        {
            EndpointUrl = Proxy.Url,
            Region = server.Options.Region,
            Credentials = server.Options.Credentials,
            ReadTimeout = TimeSpan.FromSeconds(2),
            InitialBackoff = TimeSpan.FromMilliseconds(1),
            ThrottlingBackoff = TimeSpan.FromMilliseconds(2),
            MaxBackoff = TimeSpan.FromMilliseconds(20),
            CircuitResetTimeout = TimeSpan.FromMilliseconds(50),
        });
    }

    /// <summary>The client that talks to the server itself.</summary>
    public S3Client Direct => _server.Client;

    /// <summary>The client that talks to it through the proxy.</summary>
    public S3Client Faulty { get; }

    public FaultProxy Proxy { get; }

    public string Bucket { get; } = $"s3gen-faults-{Guid.NewGuid():N}"[..30];

    public static async Task<FaultRig> StartAsync(string server, FaultPlan plan)
    {
        FaultRig rig = new(await ServerCatalog.ConnectAsync(server), plan);
        await rig.Direct.CreateBucketAsync(rig.Bucket);
        return rig;
    }

    public static async Task<byte[]> ReadAsync(S3Client client, string bucket, string key)
    {
        using GetObjectResponse response = await client.GetObjectAsync(bucket, key);
        using MemoryStream content = new();
        await response.Body.CopyToAsync(content);
        return content.ToArray();
    }

    public void AssertDone(Fault fault) => Assert.That(Proxy.Faults, Does.ContainKey(fault.ToString()));

    public async ValueTask DisposeAsync()
    {
        await Faulty.DisposeAsync();
        await BucketCleaner.RemoveAsync(Direct, Bucket);
        await Proxy.DisposeAsync();
        await _server.DisposeAsync();
    }
}
