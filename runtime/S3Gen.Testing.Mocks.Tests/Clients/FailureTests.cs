using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace S3Gen.Testing.Mocks.Tests.Clients;

/// <summary>Failures as the client would report them.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FailureTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly MockS3Client _mock;

    public FailureTests() => _mock = new MockS3Client(new MockOptions { TimeProvider = _clock, Behavior = MockBehavior.Loose });

    public void Dispose() => _mock.Dispose();

    [Test]
    public async Task Error_of_the_model_is_its_exception_with_its_status()
    {
        _mock.OnGetObject().Fails("NoSuchKey", message: "gone");

        NoSuchKeyException? error = await Assert.ThrowsAsync<NoSuchKeyException>(() => _mock.GetObjectAsync("b", "k"));
        Assert.That((error!.StatusCode, error.ErrorCode, error.ServiceMessage, error.OperationName), Is.EqualTo((HttpStatusCode.NotFound, "NoSuchKey", "gone", "GetObject")));
    }

    [Test]
    public async Task Error_that_the_model_does_not_know_is_the_services_exception()
    {
        _mock.OnGetObject().Fails("SlowDown", HttpStatusCode.ServiceUnavailable);

        S3Exception? error = await Assert.ThrowsAsync<S3Exception>(() => _mock.GetObjectAsync("b", "k"));
        Assert.That((error!.StatusCode, error.ErrorCode), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "SlowDown")));
    }

    [Test]
    public void Error_without_a_status_has_to_be_given_one() =>
        Assert.That(() => _mock.OnGetObject().Fails("SlowDown"), Throws.ArgumentException.With.Message.Contains("'SlowDown'").And.Message.Contains("say which"));

    [Test]
    public async Task Network_that_fails_is_a_connection_exception()
    {
        _mock.OnGetObject().FailsToConnect().TimesOut();

        ServiceConnectionException? refused = await Assert.ThrowsAsync<ServiceConnectionException>(() => _mock.GetObjectAsync("b", "k"));
        ServiceConnectionException? late = await Assert.ThrowsAsync<ServiceConnectionException>(() => _mock.GetObjectAsync("b", "k"));
        Assert.That(refused!.InnerException, Is.InstanceOf<HttpRequestException>());
        Assert.That((refused.IsTimeout, late!.IsTimeout), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task Any_exception_may_be_thrown()
    {
        CredentialsException thrown = new("none");
        _mock.OnGetObject().Throws(thrown);

        await Assert.ThatAsync(() => _mock.GetObjectAsync("b", "k"), Throws.Exception.SameAs(thrown));
        Assert.That(_mock.Calls[0].Exception, Is.SameAs(thrown));
    }

    [Test]
    public async Task Fault_befalls_every_operation_and_passes()
    {
        MockFault fault = _mock.OnAny(call => call.Operation != "HeadBucket").Fails("InternalError", HttpStatusCode.InternalServerError).Times(2);

        await Assert.ThatAsync(() => _mock.GetObjectAsync("b", "k"), Throws.InstanceOf<S3Exception>());
        await _mock.HeadBucketAsync("b");
        await Assert.ThatAsync(() => _mock.DeleteObjectAsync("b", "k"), Throws.InstanceOf<S3Exception>());
        await _mock.GetObjectAsync("b", "k");

        Assert.That(fault.CallCount, Is.EqualTo(2));
    }

    [Test]
    public async Task Fault_can_be_every_other_call()
    {
        _mock.OnAny().TimesOut().Passes().FailsToConnect();

        await Assert.ThatAsync(() => _mock.GetObjectAsync("b", "k"), Throws.InstanceOf<ServiceConnectionException>());
        await _mock.GetObjectAsync("b", "k");
        await Assert.ThatAsync(() => _mock.GetObjectAsync("b", "k"), Throws.InstanceOf<ServiceConnectionException>());
    }

    [Test]
    public async Task Latency_befalls_every_operation()
    {
        _mock.OnAny().After(TimeSpan.FromSeconds(10));

        Task call = _mock.HeadBucketAsync("b");
        Assert.That(call.IsCompleted, Is.False);
        _clock.Advance(TimeSpan.FromSeconds(10));

        await call;
    }

    [Test]
    public async Task Body_may_come_slowly_in_pieces_and_break()
    {
        _mock.OnGetObject().Returns(_ => new GetObjectResponse { Body = new MockStream("content"u8.ToArray()) { PieceSize = 4, Failure = new IOException("reset") } });

        Stream body = (await _mock.GetObjectAsync("b", "k")).Body;
        byte[] buffer = new byte[16];

        Assert.That(await body.ReadAsync(buffer), Is.EqualTo(4));
        Assert.That(await body.ReadAsync(buffer), Is.EqualTo(3));
        await Assert.ThatAsync(() => body.ReadAsync(buffer).AsTask(), Throws.InstanceOf<IOException>());
    }

    [Test]
    public void Calls_after_disposal_throw()
    {
        MockS3Client mock = new();
        mock.Dispose();

        Assert.That(mock.IsDisposed, Is.True);
        Assert.That(async () => await mock.HeadBucketAsync("b"), Throws.InstanceOf<ObjectDisposedException>());
    }
}
