using System.IO.Pipelines;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace S3Gen.Testing.Mocks.Tests.Clients;

/// <summary>What a double remembers.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RecordingTests : IDisposable
{
    private readonly MockS3Client _mock = new(new MockOptions { Behavior = MockBehavior.Loose, MaxKeptBody = 8 });

    private static IEnumerable<RequestBody> Bodies()
    {
        byte[] bytes = "0123456789"u8.ToArray();
        yield return bytes;
        yield return RequestBody.FromStream(new MemoryStream(bytes));
        yield return RequestBody.FromStream(new MockStream(bytes) { PieceSize = 3 });
        yield return RequestBody.FromPipe(PipeReader.Create(new MemoryStream(bytes)));
        yield return RequestBody.FromAsyncEnumerable(Pieces());
        yield return RequestBody.FromAsyncEnumerable(Pieces(), contentLength: 10);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Pieces()
    {
        yield return "01234"u8.ToArray();
        await Task.Yield();
        yield return "56789"u8.ToArray();
    }

    public void Dispose() => _mock.Dispose();

    [Test]
    public async Task Calls_are_recorded_in_order_with_requests_and_outcomes()
    {
        FakeTimeProvider clock = new();
        using MockS3Client mock = new(new MockOptions { Behavior = MockBehavior.Loose, TimeProvider = clock });
        DateTimeOffset start = clock.GetUtcNow();
        await mock.HeadBucketAsync("b");
        clock.Advance(TimeSpan.FromSeconds(5));
        GetObjectRequest request = new() { Bucket = "b", Key = "k" };
        GetObjectResponse response = await mock.GetObjectAsync(request);

        Assert.That(mock.Calls.Select(call => (call.Index, call.Operation, call.StartedAt - start)), Is.EqualTo(new[]
        {
            (0, "HeadBucket", TimeSpan.Zero),
            (1, "GetObject", TimeSpan.FromSeconds(5)),
        }));
        MockCall<GetObjectRequest> get = mock.CallsOf<GetObjectRequest>().Single();
        Assert.That(get.Request, Is.SameAs(request));
        Assert.That((get.IsCompleted, get.Response, get.Exception), Is.EqualTo((true, (object)response, (Exception?)null)));
    }

    [TestCaseSource(nameof(Bodies))]
    public async Task Body_is_read_to_its_end_and_its_beginning_is_kept(RequestBody body)
    {
        await _mock.PutObjectAsync(new PutObjectRequest { Bucket = "b", Key = "k", Body = body });

        MockCall call = _mock.Calls.Single();
        Assert.That((call.BodyText, call.BodyLength), Is.EqualTo(("01234567", 10L)));
        _mock.ForgetCalls();
    }

    [Test]
    public async Task Declared_length_bounds_the_body()
    {
        await _mock.PutObjectAsync(new PutObjectRequest { Bucket = "b", Key = "k", Body = RequestBody.FromAsyncEnumerable(Pieces()), ContentLength = 6 });

        Assert.That(_mock.Calls.Single().BodyLength, Is.EqualTo(6));
        _mock.ForgetCalls();
    }

    [Test]
    public async Task Source_that_throws_fails_the_call_and_what_came_before_is_kept()
    {
        MockStream broken = new("012"u8.ToArray()) { Failure = new IOException("disk") };
        await Assert.ThatAsync(
            () => _mock.PutObjectAsync(new PutObjectRequest { Bucket = "b", Key = "k", Body = broken }), Throws.InstanceOf<IOException>().With.Message.EqualTo("disk"));

        MockCall call = _mock.Calls.Single();
        Assert.That((call.BodyText, call.Exception?.Message), Is.EqualTo(("012", "disk")));
        _mock.ForgetCalls();
    }

    [Test]
    public async Task Text_of_a_call_names_its_object_and_no_secret()
    {
        await _mock.PutObjectAsync(new PutObjectRequest { Bucket = "b", Key = "k", SSECustomerKey = "c2VjcmV0", Body = Encoding.UTF8.GetBytes("x") });

        Assert.That(_mock.Calls.Single().ToString(), Is.EqualTo("PutObject(Bucket = \"b\", Key = \"k\")"));
        _mock.ForgetCalls();
    }

    [Test]
    public async Task Calls_of_many_threads_are_all_recorded_and_answered_in_turn()
    {
        using MockS3Client mock = new();
        int made = 0;
        mock.OnHeadObject().Returns(_ => new HeadObjectResponse { PartsCount = Interlocked.Increment(ref made) });

        await Parallel.ForAsync(0, 1_000, async (i, cancellationToken) => await mock.HeadObjectAsync("b", $"{i}", cancellationToken));

        Assert.That(mock.Calls.Select(call => call.Index), Is.EqualTo(Enumerable.Range(0, 1_000)));
        Assert.That(mock.CallsOf<HeadObjectRequest>().Select(call => int.Parse(call.Request.Key)).Order(), Is.EqualTo(Enumerable.Range(0, 1_000)));
        Assert.That(mock.Calls.Select(call => ((HeadObjectResponse)call.Response!).PartsCount).Order(), Is.EqualTo(Enumerable.Range(1, 1_000)));
    }
}
