using Microsoft.Extensions.Time.Testing;
using S3Gen.Testing;

namespace S3Gen.Tests.Sessions;

/// <summary>Directory buckets on a server that verifies the signatures of sessions, ends them after five minutes and knows no MD5.</summary>
public sealed class DirectoryBucketServerTests
{
    private const string Bucket = "name--use1-az4--x-s3";

    private static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Objects_are_stored_read_listed_and_deleted()
    {
        FakeTimeProvider time = new(Now);
        await using S3TestServer server = await S3TestServer.StartAsync(new S3TestServerOptions { TimeProvider = time });
        using S3Client client = await StartClientAsync(server, time);

        await client.PutObjectAsync(new PutObjectRequest { Bucket = Bucket, Key = "key", Body = RequestBody.FromString("content") });
        using GetObjectResponse response = await client.GetObjectAsync(new GetObjectRequest { Bucket = Bucket, Key = "key" });
        using StreamReader reader = new(response.Body);
        Assert.That(await reader.ReadToEndAsync(), Is.EqualTo("content"));

        await client.DeleteObjectsAsync(new DeleteObjectsRequest { Bucket = Bucket, Delete = new Delete { Objects = [new ObjectIdentifier { Key = "key" }] } });
        ListObjectsV2Response listing = await client.ListObjectsV2Async(new ListObjectsV2Request { Bucket = Bucket });
        Assert.That(listing.Contents, Is.Empty);

        // Creating the bucket, opening the session, and the four above.
        Assert.That(server.RequestCount, Is.EqualTo(6));
    }

    [Test]
    public async Task Session_that_has_ended_by_both_clocks_is_followed_by_another()
    {
        FakeTimeProvider time = new(Now);
        await using S3TestServer server = await S3TestServer.StartAsync(new S3TestServerOptions { TimeProvider = time });
        using S3Client client = await StartClientAsync(server, time);
        await PutAsync(client);

        time.Advance(TimeSpan.FromMinutes(6));
        await PutAsync(client);

        Assert.That(server.RequestCount, Is.EqualTo(5));
    }

    [Test]
    public async Task Session_that_has_ended_by_the_services_clock_alone_costs_one_refusal()
    {
        FakeTimeProvider serverTime = new(Now);
        await using S3TestServer server = await S3TestServer.StartAsync(new S3TestServerOptions { TimeProvider = serverTime });
        using S3Client client = await StartClientAsync(server, serverTime, new FakeTimeProvider(Now));
        await PutAsync(client);

        serverTime.Advance(TimeSpan.FromMinutes(6));
        await PutAsync(client);

        Assert.That(server.RequestCount, Is.EqualTo(6));
    }

    [TestCase(20)]
    [TestCase(-20)]
    public async Task Wrong_clock_does_not_keep_sessions_from_being_used(int minutes)
    {
        FakeTimeProvider serverTime = new(Now.AddMinutes(minutes));
        await using S3TestServer server = await S3TestServer.StartAsync(new S3TestServerOptions { TimeProvider = serverTime });
        using S3Client client = await StartClientAsync(server, serverTime, new FakeTimeProvider(Now));

        for (int i = 0; i < 3; i++)
        {
            await PutAsync(client);
        }

        // Creating the bucket, one refusal of the time, opening the session, and three objects.
        Assert.That(server.RequestCount, Is.EqualTo(6));
    }

    [Test]
    public async Task Many_writers_at_once_share_one_session()
    {
        FakeTimeProvider time = new(Now);
        await using S3TestServer server = await S3TestServer.StartAsync(new S3TestServerOptions { TimeProvider = time });
        using S3Client client = await StartClientAsync(server, time);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => PutAsync(client))));

        Assert.That(server.RequestCount, Is.EqualTo(18));
    }

    private static Task<PutObjectResponse> PutAsync(S3Client client) =>
        client.PutObjectAsync(new PutObjectRequest { Bucket = Bucket, Key = "key", Body = RequestBody.FromString("content") });

    /// <summary>A client of the server, on which the bucket is. An endpoint of one's own has the rules ask for a session even to create a bucket.</summary>
    private static async Task<S3Client> StartClientAsync(S3TestServer server, FakeTimeProvider serverTime, FakeTimeProvider? time = null)
    {
        using S3Client creator = ClientOf(server, serverTime, disableSessions: true);
        await creator.CreateBucketAsync(new CreateBucketRequest
        {
            Bucket = Bucket,
            CreateBucketConfiguration = new CreateBucketConfiguration
            {
                Location = new LocationInfo { Name = "use1-az4", Type = LocationType.AvailabilityZone },
                Bucket = new BucketInfo { Type = BucketType.Directory, DataRedundancy = DataRedundancy.SingleAvailabilityZone },
            },
        });
        return ClientOf(server, time ?? serverTime, disableSessions: null);
    }

    private static S3Client ClientOf(S3TestServer server, FakeTimeProvider time, bool? disableSessions) => new(new S3ClientOptions
    {
        EndpointUrl = server.Endpoint,
        Region = server.Region,
        Credentials = new StaticCredentialProvider(server.AccessKeyId, server.SecretAccessKey),
        TimeProvider = time,
        DisableS3ExpressSessionAuth = disableSessions,
        MaxRetries = 0,
    });
}
