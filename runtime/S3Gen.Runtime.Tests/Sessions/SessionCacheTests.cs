using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.Sessions;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Sessions;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SessionCacheTests : IDisposable
{
    private const string Bucket = "name--use1-az4--x-s3";

    private static readonly Credentials Owner = new("AKIDEXAMPLE", "secret");

    private readonly FakeTimeProvider _time = new(TestClient.Now);
    private readonly RecordedLog _log = new();
    private readonly FakeSessionSource _source;
    private readonly SessionCache _sessions;

    public SessionCacheTests()
    {
        _source = new FakeSessionSource(_time);
        _sessions = new SessionCache(_source, _time, _log);
    }

    public void Dispose() => _sessions.Dispose();

    [Test]
    public async Task Many_callers_at_once_share_one_opening()
    {
        Task<Credentials>[] callers = [.. Enumerable.Range(0, 50).Select(_ => Task.Run(async () => await _sessions.GetAsync(Bucket, Owner, default)))];
        Credentials session = await _source.OpenNextAsync();

        Assert.That(await Task.WhenAll(callers), Is.All.SameAs(session));
        Assert.That(_source.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task First_callers_of_many_buckets_share_one_opening_for_each_bucket()
    {
        const int Buckets = 300;
        const int Callers = 4;
        for (int i = 0; i < Buckets; i++)
        {
            string bucket = string.Create(CultureInfo.InvariantCulture, $"name{i}--use1-az4--x-s3");
            using Barrier start = new(Callers);
            Task<Credentials>[] callers = [.. Enumerable.Range(0, Callers).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return _sessions.GetAsync(bucket, Owner, default).AsTask();
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap())];
            await _source.OpenNextAsync();
            await Task.WhenAll(callers).WaitAsync(TimeSpan.FromSeconds(10));
        }

        Assert.That(_source.Count, Is.EqualTo(Buckets));
    }

    [Test]
    public async Task Session_at_hand_is_given_without_waiting_until_a_minute_before_its_end()
    {
        Credentials session = await OpenAsync();

        _time.Advance(TimeSpan.FromMinutes(3.9));

        Assert.That(Get(), Is.SameAs(session));
        Assert.That(_source.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task In_its_last_minute_a_session_is_renewed_once_while_it_goes_on_being_used()
    {
        Credentials old = await OpenAsync();
        _time.Advance(TimeSpan.FromMinutes(4.1));

        Assert.That(Get(), Is.SameAs(old));
        await _source.WaitForRequestAsync();
        Assert.That(Get(), Is.SameAs(old));
        Assert.That(_source.Count, Is.EqualTo(2));

        Credentials renewed = await _source.OpenNextAsync();
        await UntilAsync(() => ReferenceEquals(Get(), renewed));
        Assert.That(_source.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task Renewal_that_fails_keeps_the_old_session_while_it_is_good_and_is_tried_again_after_a_pause()
    {
        Credentials old = await OpenAsync();
        _time.Advance(TimeSpan.FromMinutes(4.1));
        Get();
        await _source.RefuseNextAsync();
        await UntilAsync(() => _log.At(LogLevel.Warning).Length == 1);

        Assert.That(Get(), Is.SameAs(old));
        Assert.That(_source.Count, Is.EqualTo(2));

        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.That(Get(), Is.SameAs(old));
        Credentials renewed = await _source.OpenNextAsync();
        await UntilAsync(() => ReferenceEquals(Get(), renewed));
    }

    [Test]
    public async Task Session_that_has_ended_is_not_used_any_more()
    {
        Credentials old = await OpenAsync();
        _time.Advance(TimeSpan.FromMinutes(5.1));

        Task<Credentials> waiting = _sessions.GetAsync(Bucket, Owner, default).AsTask();
        Assert.That(waiting.IsCompleted, Is.False);
        Credentials next = await _source.OpenNextAsync();

        Assert.That(await waiting, Is.SameAs(next).And.Not.SameAs(old));
    }

    [Test]
    public async Task Failure_goes_to_all_who_wait_and_the_next_call_tries_again()
    {
        Task<Credentials>[] callers = [.. Enumerable.Range(0, 3).Select(_ => _sessions.GetAsync(Bucket, Owner, default).AsTask())];
        await _source.RefuseNextAsync();
        foreach (Task<Credentials> caller in callers)
        {
            await Assert.ThrowsAsync<TestException>(() => caller);
        }

        Credentials session = await OpenAsync();
        Assert.That(Get(), Is.SameAs(session));
    }

    [Test]
    public async Task Caller_who_gives_up_does_not_end_the_opening_for_the_others()
    {
        using CancellationTokenSource impatient = new();
        Task<Credentials> first = _sessions.GetAsync(Bucket, Owner, impatient.Token).AsTask();
        Task<Credentials> second = _sessions.GetAsync(Bucket, Owner, default).AsTask();

        await impatient.CancelAsync();
        Assert.That(() => first, Throws.InstanceOf<OperationCanceledException>());

        Assert.That(await _source.OpenNextAsync(), Is.SameAs(await second));
        Assert.That(_source.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Caller_whose_context_does_not_flow_opens_a_session_too()
    {
        Task<Credentials> waiting;
        using (ExecutionContext.SuppressFlow())
        {
            waiting = _sessions.GetAsync(Bucket, Owner, default).AsTask();
        }

        Assert.That(await _source.OpenNextAsync(), Is.SameAs(await waiting));
    }

    [Test]
    public async Task Each_bucket_and_each_access_key_has_a_session_of_its_own()
    {
        Credentials first = await OpenAsync();
        Credentials ofOtherBucket = await OpenAsync(bucket: "other--use1-az4--x-s3");
        Credentials ofOtherKey = await OpenAsync(owner: new Credentials("AKIDOTHER", "secret"));

        Assert.That(new[] { first, ofOtherBucket, ofOtherKey }.Distinct().Count(), Is.EqualTo(3));
        Assert.That(Get(), Is.SameAs(first));
        Assert.That(_source.Count, Is.EqualTo(3));
    }

    [Test]
    public async Task Session_that_the_service_refused_is_replaced()
    {
        Credentials refused = await OpenAsync();

        _sessions.Drop(Bucket, refused);
        Credentials next = await OpenAsync();
        _sessions.Drop(Bucket, refused);

        Assert.That(Get(), Is.SameAs(next));
    }

    [TestCase(-10)]
    [TestCase(0)]
    [TestCase(125)]
    public async Task Session_that_seems_to_have_ended_when_it_comes_or_to_last_longer_than_any_lasts_five_minutes_since_the_clock_is_wrong(int lifetime)
    {
        _source.Lifetime = TimeSpan.FromMinutes(lifetime);
        Credentials session = await OpenAsync();

        _time.Advance(TimeSpan.FromMinutes(3.9));

        Assert.That(Get(), Is.SameAs(session));
        Assert.That(_source.Count, Is.EqualTo(1));

        _time.Advance(TimeSpan.FromMinutes(0.2));
        Assert.That(Get(), Is.SameAs(session));
        await _source.WaitForRequestAsync();
    }

    [Test]
    public async Task Short_session_is_renewed_after_half_of_its_time()
    {
        _source.Lifetime = TimeSpan.FromSeconds(30);
        Credentials session = await OpenAsync();

        _time.Advance(TimeSpan.FromSeconds(14));
        Assert.That(Get(), Is.SameAs(session));
        Assert.That(_source.Count, Is.EqualTo(1));

        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.That(Get(), Is.SameAs(session));
        await _source.WaitForRequestAsync();
    }

    [Test]
    public async Task Sessions_that_are_over_are_forgotten_when_another_begins()
    {
        await OpenAsync();
        _time.Advance(TimeSpan.FromMinutes(6));
        await OpenAsync(bucket: "other--use1-az4--x-s3");

        Assert.That(_sessions.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Number_of_sessions_is_bounded()
    {
        for (int i = 0; i <= SessionCache.Capacity; i++)
        {
            await OpenAsync(bucket: string.Create(CultureInfo.InvariantCulture, $"b{i}--use1-az4--x-s3"));
        }

        Assert.That(_sessions.Count, Is.LessThanOrEqualTo(SessionCache.Capacity));
    }

    [Test]
    public async Task Disposed_cache_gives_up_openings_and_forgets_all_sessions()
    {
        Task<Credentials> waiting = _sessions.GetAsync(Bucket, Owner, default).AsTask();
        await _source.WaitForRequestAsync();

        _sessions.Dispose();

        Assert.That(() => waiting, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_source.LastToken.IsCancellationRequested, Is.True);
        Assert.That(_sessions.Count, Is.Zero);
        Assert.That(() => Get(), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Disposed_cache_wipes_the_secrets_of_its_sessions()
    {
        Credentials session = await OpenAsync();

        _sessions.Dispose();

        Assert.That(() => session.SecretAccessKey.Reveal(), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => session.SessionToken!.Reveal(), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Session_at_hand_costs_no_allocation()
    {
        await OpenAsync();
        Get();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Get();
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (int i = 0; i < 1000 && !condition(); i++)
        {
            await Task.Delay(10);
        }

        Assert.That(condition(), Is.True);
    }

    private async Task<Credentials> OpenAsync(string bucket = Bucket, Credentials? owner = null)
    {
        Task<Credentials> waiting = _sessions.GetAsync(bucket, owner ?? Owner, default).AsTask();
        await _source.OpenNextAsync();
        return await waiting;
    }

    /// <summary>A session without waiting for it.</summary>
    private Credentials Get()
    {
        ValueTask<Credentials> session = _sessions.GetAsync(Bucket, Owner, default);
        return session.IsCompletedSuccessfully ? session.Result : throw new AssertionException("There is no session at hand.");
    }
}
