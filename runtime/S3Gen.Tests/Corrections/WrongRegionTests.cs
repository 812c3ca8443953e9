using S3Gen.Testing;
using S3Gen.Tests.Doubles;

namespace S3Gen.Tests.Corrections;

/// <summary>A server that verifies signatures for eu-west-1, and a client that takes the bucket to be in us-west-2.</summary>
public sealed class WrongRegionTests
{
    private const string Right = "s3.eu-west-1.amazonaws.com";
    private const string Wrong = "s3.us-west-2.amazonaws.com";

    [Test]
    public async Task Object_is_stored_and_read_back_after_one_detour()
    {
        await using S3TestServer server = await StartAsync();
        using LoopbackTransport network = new(server.Endpoint);
        using S3Client client = ClientOf(server, network);

        await client.PutObjectAsync(new PutObjectRequest { Bucket = "bucket", Key = "key", Body = RequestBody.FromString("content") });
        using GetObjectResponse response = await client.GetObjectAsync(new GetObjectRequest { Bucket = "bucket", Key = "key" });
        using StreamReader reader = new(response.Body);

        Assert.That(await reader.ReadToEndAsync(), Is.EqualTo("content"));
        Assert.That(network.Hosts, Is.EqualTo(new[] { Wrong, Right, Right }));
    }

    [Test]
    public async Task Refusal_of_HEAD_has_no_body_and_names_the_region_all_the_same()
    {
        await using S3TestServer server = await StartAsync();
        using LoopbackTransport network = new(server.Endpoint);
        using S3Client client = ClientOf(server, network);

        await client.HeadBucketAsync(new HeadBucketRequest { Bucket = "bucket" });

        Assert.That(network.Hosts, Is.EqualTo(new[] { Wrong, Right }));
    }

    [Test]
    public async Task Many_first_calls_at_once_all_arrive()
    {
        await using S3TestServer server = await StartAsync();
        using LoopbackTransport network = new(server.Endpoint);
        using S3Client client = ClientOf(server, network);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => client.PutObjectAsync(
            new PutObjectRequest { Bucket = "bucket", Key = $"key-{i}", Body = RequestBody.FromString("content") })));

        ListObjectsV2Response listing = await client.ListObjectsV2Async(new ListObjectsV2Request { Bucket = "bucket" });
        Assert.That(listing.Contents, Has.Count.EqualTo(16));
    }

    /// <summary>A server of eu-west-1 with one bucket.</summary>
    private static async Task<S3TestServer> StartAsync()
    {
        S3TestServer server = await S3TestServer.StartAsync(new S3TestServerOptions { Region = "eu-west-1" });
        using S3Client client = new(new S3ClientOptions
        {
            EndpointUrl = server.Endpoint,
            Region = server.Region,
            Credentials = new StaticCredentialProvider(server.AccessKeyId, server.SecretAccessKey),
        });
        await client.CreateBucketAsync(new CreateBucketRequest
        {
            Bucket = "bucket",
            CreateBucketConfiguration = new CreateBucketConfiguration { LocationConstraint = new BucketLocationConstraint("eu-west-1") },
        });
        return server;
    }

    private static S3Client ClientOf(S3TestServer server, LoopbackTransport network) => new(new S3ClientOptions
    {
        Region = "us-west-2",
        ForcePathStyle = true,
        Credentials = new StaticCredentialProvider(server.AccessKeyId, server.SecretAccessKey),
        Transport = network,
        MaxRetries = 0,
    });
}
