using Microsoft.Extensions.Time.Testing;
using S3Gen.Tests.Doubles;

namespace S3Gen.Tests.Sessions;

/// <summary>Buckets of S3 Express One Zone, by the rules of the model.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DirectoryBucketTests : IDisposable
{
    private const string Bucket = "name--use1-az4--x-s3";
    private const string Zone = $"https://{Bucket}.s3express-use1-az4.us-east-1.amazonaws.com";
    private const string Control = "https://s3express-control.us-east-1.amazonaws.com";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly ExpressStub _express;
    private readonly S3Client _client;

    public DirectoryBucketTests()
    {
        _express = new ExpressStub(_time);
        _client = ClientOf(disableSessions: null);
    }

    public void Dispose() => _client.Dispose();

    [Test]
    public async Task Object_operations_share_one_session_whose_token_has_a_header_of_its_own()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => _client.PutObjectAsync(
            new PutObjectRequest { Bucket = Bucket, Key = $"key-{i}", Body = RequestBody.FromString("x") }))));

        Assert.That(_express.Openings, Has.Length.EqualTo(1));
        Assert.That(_express.Openings[0].Uri, Does.StartWith($"{Zone}/?session"));
        Assert.That(ExpressStub.ScopeOf(_express.Openings[0]), Is.EqualTo("AKIDEXAMPLE us-east-1 s3express"));
        Assert.That(_express.Openings[0].Headers, Does.Not.ContainKey("x-amz-s3session-token"));
        Assert.That(_express.Others, Has.Length.EqualTo(20));
        foreach (SentRequest request in _express.Others)
        {
            Assert.That(request.Uri, Does.StartWith($"{Zone}/key-"));
            Assert.That(ExpressStub.ScopeOf(request), Is.EqualTo("SESSION1 us-east-1 s3express"));
            Assert.That(request.Headers["x-amz-s3session-token"], Is.EqualTo("TOKEN1"));
            Assert.That(request.Headers["Authorization"], Does.Contain("x-amz-s3session-token"));
            Assert.That(request.Headers, Does.Not.ContainKey("x-amz-security-token"));
        }
    }

    [Test]
    public async Task Session_is_renewed_in_its_last_minute_and_used_until_the_next_one_is_there()
    {
        await HeadAsync();
        _time.Advance(TimeSpan.FromMinutes(4.5));
        await HeadAsync();
        Assert.That(ExpressStub.ScopeOf(_express.Others[^1]), Does.StartWith("SESSION1 "));

        for (int i = 0; i < 1000 && ExpressStub.ScopeOf(_express.Others[^1])!.StartsWith("SESSION1 ", StringComparison.Ordinal); i++)
        {
            await Task.Delay(10);
            await HeadAsync();
        }

        Assert.That(ExpressStub.ScopeOf(_express.Others[^1]), Does.StartWith("SESSION2 "));
        Assert.That(_express.Openings, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Operations_on_the_bucket_itself_go_to_the_control_endpoint_and_need_no_session()
    {
        await _client.GetBucketPolicyAsync(new GetBucketPolicyRequest { Bucket = Bucket });

        SentRequest request = _express.Requests.Single();
        Assert.That(request.Uri, Does.StartWith($"{Control}/{Bucket}?policy"));
        Assert.That(ExpressStub.ScopeOf(request), Is.EqualTo("AKIDEXAMPLE us-east-1 s3express"));
    }

    [Test]
    public async Task Opening_a_session_by_hand_is_signed_with_the_clients_credentials()
    {
        CreateSessionResponse session = await _client.CreateSessionAsync(new CreateSessionRequest { Bucket = Bucket });

        Assert.That(session.Credentials!.AccessKeyId, Is.EqualTo("SESSION1"));
        Assert.That(_express.Requests, Has.Length.EqualTo(1));
        Assert.That(ExpressStub.ScopeOf(_express.Requests[0]), Does.StartWith("AKIDEXAMPLE "));
    }

    [Test]
    public async Task Where_sessions_are_switched_off_the_clients_credentials_sign()
    {
        using S3Client client = ClientOf(disableSessions: true);

        await client.HeadObjectAsync(new HeadObjectRequest { Bucket = Bucket, Key = "key" });

        SentRequest request = _express.Requests.Single();
        Assert.That(request.Uri, Is.EqualTo($"{Zone}/key"));
        Assert.That(ExpressStub.ScopeOf(request), Is.EqualTo("AKIDEXAMPLE us-east-1 s3express"));
        Assert.That(request.Headers, Does.Not.ContainKey("x-amz-s3session-token"));
    }

    [TestCase(null)]
    [TestCase(true)]
    public async Task Demanded_checksum_is_CRC32_with_and_without_a_session(bool? disableSessions)
    {
        using S3Client client = ClientOf(disableSessions);

        await client.DeleteObjectsAsync(new DeleteObjectsRequest
        {
            Bucket = Bucket,
            Delete = new Delete { Objects = [new ObjectIdentifier { Key = "key" }] },
        });

        SentRequest request = _express.Others.Single();
        Assert.That(request.Headers, Does.ContainKey("x-amz-checksum-crc32").And.Not.ContainKey("Content-MD5"));
    }

    private Task<HeadObjectResponse> HeadAsync() => _client.HeadObjectAsync(new HeadObjectRequest { Bucket = Bucket, Key = "key" });

    private S3Client ClientOf(bool? disableSessions) => new(new S3ClientOptions
    {
        Region = "us-east-1",
        Credentials = new StaticCredentialProvider("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
        Transport = _express,
        TimeProvider = _time,
        DisableS3ExpressSessionAuth = disableSessions,
        MaxRetries = 0,
    });
}
