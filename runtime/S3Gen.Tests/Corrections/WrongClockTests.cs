using Microsoft.Extensions.Time.Testing;
using S3Gen.Testing;

namespace S3Gen.Tests.Corrections;

/// <summary>A server that verifies signatures by its own clock, and a client whose clock shows another time.</summary>
public sealed class WrongClockTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [TestCase(16)]
    [TestCase(-16)]
    [TestCase(60 * 24 * 400)]
    public async Task Clock_that_is_too_far_off_costs_one_request_and_then_none(int minutes)
    {
        await using S3TestServer server = await StartAsync(minutes);
        using S3Client client = ClientOf(server);

        await client.CreateBucketAsync(new CreateBucketRequest { Bucket = "bucket" });
        await client.PutObjectAsync(new PutObjectRequest { Bucket = "bucket", Key = "key", Body = RequestBody.FromString("content") });
        await client.HeadObjectAsync(new HeadObjectRequest { Bucket = "bucket", Key = "key" });

        Assert.That(server.RequestCount, Is.EqualTo(4));
    }

    [Test]
    public async Task Bare_refusal_of_HEAD_is_understood_by_the_difference_of_the_clocks()
    {
        await using S3TestServer server = await StartAsync(20);
        using S3Client client = ClientOf(server);

        Assert.That(
            async () => await client.HeadObjectAsync(new HeadObjectRequest { Bucket = "bucket", Key = "key" }),
            Throws.InstanceOf<S3Exception>().With.Property(nameof(S3Exception.ErrorCode)).EqualTo("NotFound"));
        Assert.That(server.RequestCount, Is.EqualTo(2));
    }

    [TestCase(14)]
    [TestCase(-14)]
    public async Task Clock_that_the_service_tolerates_costs_nothing(int minutes)
    {
        await using S3TestServer server = await StartAsync(minutes);
        using S3Client client = ClientOf(server);

        await client.CreateBucketAsync(new CreateBucketRequest { Bucket = "bucket" });
        await client.ListObjectsV2Async(new ListObjectsV2Request { Bucket = "bucket" });

        Assert.That(server.RequestCount, Is.EqualTo(2));
    }

    [Test]
    public async Task Secret_that_is_wrong_stays_an_error_whatever_the_clocks_show()
    {
        await using S3TestServer server = await StartAsync(0);
        using S3Client client = ClientOf(server, secret: "wrong");

        Assert.That(
            async () => await client.ListBucketsAsync(new ListBucketsRequest()),
            Throws.InstanceOf<S3Exception>().With.Property(nameof(S3Exception.ErrorCode)).EqualTo("SignatureDoesNotMatch"));
        Assert.That(server.RequestCount, Is.EqualTo(1));
    }

    private static Task<S3TestServer> StartAsync(int minutesAhead) =>
        S3TestServer.StartAsync(new S3TestServerOptions { TimeProvider = new FakeTimeProvider(Now.AddMinutes(minutesAhead)) });

    private static S3Client ClientOf(S3TestServer server, string? secret = null) => new(new S3ClientOptions
    {
        EndpointUrl = server.Endpoint,
        Region = server.Region,
        Credentials = new StaticCredentialProvider(server.AccessKeyId, secret ?? server.SecretAccessKey),
        TimeProvider = new FakeTimeProvider(Now),
        MaxRetries = 0,
    });
}
