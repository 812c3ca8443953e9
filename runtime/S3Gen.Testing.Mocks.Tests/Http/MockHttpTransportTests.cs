using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace S3Gen.Testing.Mocks.Tests.Http;

/// <summary>The real client over a network that does what the test says.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MockHttpTransportTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly MockHttpTransport _transport;
    private readonly S3Client _client;

    public MockHttpTransportTests()
    {
        _transport = new MockHttpTransport(_clock);
        _client = Over(_transport, maxRetries: 0);
    }

    [SetUp]
    public void Forget() => _transport.Reset();

    public void Dispose()
    {
        _client.Dispose();
        _transport.Dispose();
    }

    [Test]
    public async Task Signed_request_is_recorded_with_its_body()
    {
        _transport.On().Responds(new MockHttpResponse { Headers = [new("ETag", "\"1\"")] });

        PutObjectResponse response = await _client.PutObjectAsync(new PutObjectRequest { Bucket = "bucket", Key = "a b", Body = "content"u8.ToArray(), ContentType = "text/plain" });

        MockHttpRequest request = _transport.Requests.Single();
        Assert.That(response.ETag, Is.EqualTo("\"1\""));
        Assert.That((request.Method, request.Uri.OriginalString), Is.EqualTo((HttpMethod.Put, "https://mock.invalid/bucket/a%20b?x-id=PutObject")));
        Assert.That((request.Header("content-type"), request.BodyText, request.BodyLength), Is.EqualTo(("text/plain", "content", 7L)));
        Assert.That(request.Header("Authorization"), Does.StartWith("AWS4-HMAC-SHA256 Credential=MOCKACCESSKEY1/20260102/"));
        Assert.That(request.ToString(), Is.EqualTo("PUT https://mock.invalid/bucket/a%20b"));
    }

    [Test]
    public async Task Answers_are_chosen_by_the_request_and_come_in_order()
    {
        _transport.On(HttpMethod.Head, "/key").Responds(HttpStatusCode.OK).Responds(HttpStatusCode.NotFound);
        _transport.On(request => request.Uri.Query.Contains("tagging", StringComparison.Ordinal)).Responds(HttpStatusCode.OK, "<Tagging><TagSet/></Tagging>");

        await _client.HeadObjectAsync("bucket", "key");
        await Assert.ThatAsync(() => _client.HeadObjectAsync("bucket", "key"), Throws.InstanceOf<S3Exception>());
        Assert.That((await _client.GetObjectTaggingAsync("bucket", "key")).TagSet, Is.Empty);
    }

    [Test]
    public async Task Error_of_S3_is_the_clients_exception()
    {
        _transport.On().Fails("NoSuchKey", HttpStatusCode.NotFound, "gone");

        NoSuchKeyException? error = await Assert.ThrowsAsync<NoSuchKeyException>(() => _client.GetObjectAsync("bucket", "key"));
        Assert.That((error!.ServiceMessage, error.RequestId, error.HostId), Is.EqualTo(("gone", "MOCKREQUESTID", "MOCKHOSTID")));
    }

    [Test]
    public async Task Request_that_nothing_is_set_up_for_names_itself_without_its_query() =>
        await Assert.ThatAsync(() => _client.GetObjectAsync("bucket", "key"), Throws.InstanceOf<UnexpectedCallException>()
            .With.Message.StartsWith("MockHttpTransport got the request GET https://mock.invalid/bucket/key, and no setup"));

    [Test]
    public async Task Throttling_is_tried_again_until_it_passes()
    {
        using S3Client client = Over(_transport, maxRetries: 3);
        _transport.On().Fails("SlowDown", HttpStatusCode.ServiceUnavailable).ResetsConnection().RefusesConnection().Responds(HttpStatusCode.OK);

        HeadObjectResponse response = await client.HeadObjectAsync("bucket", "key");

        Assert.That((response.StatusCode, _transport.Requests.Count), Is.EqualTo((HttpStatusCode.OK, 4)));
    }

    [Test]
    public async Task Networks_fail_in_every_way([Values(0, 1, 2, 3)] int way)
    {
        MockHttpSetup setup = _transport.On();
        _ = way switch { 0 => setup.RefusesConnection(), 1 => setup.FailsToResolve(), 2 => setup.ResetsConnection(), _ => setup.TimesOutConnecting() };

        ServiceConnectionException? error = await Assert.ThrowsAsync<ServiceConnectionException>(() => _client.GetObjectAsync("bucket", "key"));
        Assert.That(error!.IsTimeout, Is.EqualTo(way == 3));
    }

    [Test]
    public async Task Silence_ends_by_the_clients_read_timeout()
    {
        _transport.On().NeverAnswers();

        Task<GetObjectResponse> call = _client.GetObjectAsync("bucket", "key");
        _clock.Advance(TimeSpan.FromSeconds(31));

        ServiceConnectionException? error = await Assert.ThrowsAsync<ServiceConnectionException>(() => call);
        Assert.That((error!.IsTimeout, error.InnerException!.Message.Contains("ReadTimeout", StringComparison.Ordinal)), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task Latency_passes_by_the_clock_of_the_test()
    {
        _transport.On().After(TimeSpan.FromSeconds(20)).Responds(HttpStatusCode.OK);

        Task call = _client.HeadObjectAsync("bucket", "key");
        _clock.Advance(TimeSpan.FromSeconds(19));
        Assert.That(call.IsCompleted, Is.False);
        _clock.Advance(TimeSpan.FromSeconds(1));

        await call;
    }

    [Test]
    public async Task Connection_breaks_while_the_body_is_sent_and_the_next_attempt_sends_all_of_it()
    {
        using S3Client client = Over(_transport, maxRetries: 1);
        _transport.On().Responds(HttpStatusCode.OK);
        _transport.ResetWhileSending(3);

        await client.PutObjectAsync(new PutObjectRequest { Bucket = "bucket", Key = "key", Body = "content"u8.ToArray() });

        Assert.That(_transport.Requests.Select(request => request.BodyText), Is.EqualTo(new[] { "con", "content" }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Body_that_breaks_or_ends_early_is_noticed_by_who_reads_it(bool isReset)
    {
        byte[] content = Encoding.UTF8.GetBytes(new string('x', 100));
        _transport.On().Responds(new MockHttpResponse { Body = content, ResetsAfter = isReset ? 60 : null, EndsAfter = isReset ? null : 60, PieceSize = 40 });

        await using GetObjectResponse response = await _client.GetObjectAsync("bucket", "key");
        using MemoryStream received = new();
        await Assert.ThatAsync(() => response.Body.CopyToAsync(received), Throws.InstanceOf<IOException>());
        Assert.That(received.Length, Is.LessThanOrEqualTo(60));
    }

    [Test]
    public async Task Document_that_is_cut_short_is_no_response()
    {
        _transport.On().Responds(new MockHttpResponse { Body = "<Tagging><TagSet/></Tagging>"u8.ToArray(), EndsAfter = 10 });

        await Assert.ThatAsync(() => _client.GetObjectTaggingAsync("bucket", "key"), Throws.InstanceOf<ServiceConnectionException>());
    }

    [Test]
    public async Task Body_that_comes_slowly_comes_and_one_that_stalls_is_given_up()
    {
        _transport.On().Responds(new MockHttpResponse { Body = new byte[100], PieceSize = 50, PieceDelay = TimeSpan.FromSeconds(20), StallsAfter = 50 });
        await using GetObjectResponse response = await _client.GetObjectAsync("bucket", "key");

        byte[] buffer = new byte[100];
        Task<int> piece = response.Body.ReadAsync(buffer).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.That(await piece, Is.EqualTo(50));

        Task<int> nothing = response.Body.ReadAsync(buffer).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(31));
        await Assert.ThatAsync(() => nothing, Throws.InstanceOf<TimeoutException>());
    }

    private S3Client Over(MockHttpTransport transport, int maxRetries) => new(new S3ClientOptions
    {
        EndpointUrl = new Uri("https://mock.invalid"),
        Region = "us-east-1",
        ForcePathStyle = true,
        Credentials = new MockCredentialProvider(_clock),
        Transport = transport,
        TimeProvider = maxRetries > 0 ? TimeProvider.System : _clock,
        MaxRetries = maxRetries,
        InitialBackoff = TimeSpan.FromMilliseconds(1),
        ThrottlingBackoff = TimeSpan.FromMilliseconds(1),
    });
}
