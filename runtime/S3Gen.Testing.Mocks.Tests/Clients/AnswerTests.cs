using Microsoft.Extensions.Time.Testing;

namespace S3Gen.Testing.Mocks.Tests.Clients;

/// <summary>Answers: fixed, by condition, in order, computed, late.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AnswerTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly MockS3Client _mock;

    public AnswerTests() => _mock = new MockS3Client(new MockOptions { TimeProvider = _clock });

    public void Dispose() => _mock.Dispose();

    [Test]
    public async Task Fixed_response_is_given_to_every_call()
    {
        HeadObjectResponse response = new() { ETag = "\"1\"" };
        _mock.OnHeadObject().Returns(response);

        Assert.That(await _mock.HeadObjectAsync("b", "1"), Is.SameAs(response));
        Assert.That(await _mock.HeadObjectAsync("b", "2"), Is.SameAs(response));
        Assert.That(response.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.OK));
    }

    [Test]
    public async Task Of_setups_that_match_the_last_one_counts()
    {
        _mock.OnHeadObject().Returns(new HeadObjectResponse { ETag = "any" });
        _mock.OnHeadObject(request => request.Key.StartsWith('a')).Returns(new HeadObjectResponse { ETag = "a" });

        Assert.That((await _mock.HeadObjectAsync("b", "abc")).ETag, Is.EqualTo("a"));
        Assert.That((await _mock.HeadObjectAsync("b", "xyz")).ETag, Is.EqualTo("any"));
    }

    [Test]
    public async Task Answers_come_in_order_and_the_last_is_repeated()
    {
        MockSetup<HeadObjectRequest, HeadObjectResponse> setup = _mock.OnHeadObject().Fails("SlowDown", System.Net.HttpStatusCode.ServiceUnavailable)
            .Sequence(new HeadObjectResponse { ETag = "1" }, new HeadObjectResponse { ETag = "2" });

        await Assert.ThatAsync(() => _mock.HeadObjectAsync("b", "k"), Throws.InstanceOf<S3Exception>());
        List<string?> tags = [];
        for (int i = 0; i < 3; i++)
        {
            tags.Add((await _mock.HeadObjectAsync("b", "k")).ETag);
        }

        Assert.That(tags, Is.EqualTo(new[] { "1", "2", "2" }));
        Assert.That(setup.CallCount, Is.EqualTo(4));
    }

    [Test]
    public async Task Setup_that_is_used_up_leaves_its_calls_to_those_before_it()
    {
        _mock.OnHeadObject().Returns(new HeadObjectResponse { ETag = "usual" });
        _mock.OnHeadObject().Returns(new HeadObjectResponse { ETag = "first" }).Once();

        Assert.That((await _mock.HeadObjectAsync("b", "k")).ETag, Is.EqualTo("first"));
        Assert.That((await _mock.HeadObjectAsync("b", "k")).ETag, Is.EqualTo("usual"));
    }

    [Test]
    public async Task Response_may_be_made_of_the_request()
    {
        _mock.OnHeadObject().Returns(request => new HeadObjectResponse { ETag = request.Key });
        _mock.OnDeleteObject().Returns(async (request, _) =>
        {
            await Task.Yield();
            return new DeleteObjectResponse { VersionId = request.Key };
        });

        Assert.That((await _mock.HeadObjectAsync("b", "head")).ETag, Is.EqualTo("head"));
        Assert.That((await _mock.DeleteObjectAsync("b", "delete")).VersionId, Is.EqualTo("delete"));
    }

    [Test]
    public async Task Setup_without_an_answer_gives_a_response_without_content()
    {
        _mock.OnDeleteObject();

        Assert.That((await _mock.DeleteObjectAsync("b", "k")).VersionId, Is.Null);
    }

    [Test]
    public async Task Each_call_gets_a_stream_of_its_own_and_every_other_member()
    {
        _mock.OnGetObject().Returns(new GetObjectResponse { Body = new MemoryStream("content"u8.ToArray()), ETag = "\"1\"", RequestId = "R", StatusCode = System.Net.HttpStatusCode.PartialContent });

        GetObjectResponse first = await _mock.GetObjectAsync("b", "k");
        GetObjectResponse second = await _mock.GetObjectAsync("b", "k");

        Assert.That(await new StreamReader(first.Body).ReadToEndAsync(), Is.EqualTo("content"));
        Assert.That(await new StreamReader(second.Body).ReadToEndAsync(), Is.EqualTo("content"));
        Assert.That((second.ETag, second.RequestId, second.StatusCode), Is.EqualTo(("\"1\"", "R", System.Net.HttpStatusCode.PartialContent)));
    }

    [Test]
    public async Task Delay_passes_by_the_clock_of_the_test()
    {
        _mock.OnHeadObject().After(TimeSpan.FromHours(1)).Returns(new HeadObjectResponse());

        Task<HeadObjectResponse> call = _mock.HeadObjectAsync("b", "k");
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.That(call.IsCompleted, Is.False);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That(await call, Is.Not.Null);
    }

    [Test]
    public async Task Cancellation_ends_a_delay_and_a_wait_without_an_end()
    {
        using CancellationTokenSource source = new();
        _mock.OnHeadObject().After(TimeSpan.FromHours(1));
        _mock.OnGetObject().NeverAnswers();
        Task head = _mock.HeadObjectAsync("b", "k", source.Token);
        Task get = _mock.GetObjectAsync("b", "k", source.Token);

        await source.CancelAsync();

        await Assert.ThatAsync(() => head, Throws.InstanceOf<OperationCanceledException>());
        await Assert.ThatAsync(() => get, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Call_that_is_canceled_beforehand_is_recorded_and_not_answered()
    {
        MockSetup<HeadObjectRequest, HeadObjectResponse> setup = _mock.OnHeadObject();

        await Assert.ThatAsync(() => _mock.HeadObjectAsync("b", "k", new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That((_mock.Calls.Count, setup.CallCount), Is.EqualTo((1, 0)));
    }
}
