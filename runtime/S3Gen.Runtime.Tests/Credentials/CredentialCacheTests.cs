using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.CredentialSources;
using S3Gen.Runtime.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace S3Gen.Runtime.Tests.CredentialSources;

[Parallelizable(ParallelScope.Self)]
public sealed class CredentialCacheTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider _clock = new(TestClient.Now);

    [Test]
    public async Task Source_is_asked_on_first_use_and_once_however_many_ask_at_a_time()
    {
        ScriptedSource source = new(_clock) { Gate = new TaskCompletionSource() };
        using CredentialCache cache = Cache(source);
        Assert.That(source.Count, Is.Zero);

        Task<Credentials>[] all = [.. Enumerable.Range(0, 20).Select(_ => cache.GetAsync(default).AsTask())];
        source.Gate.SetResult();
        Credentials[] found = await Task.WhenAll(all);

        Assert.That(found.Distinct().Count(), Is.EqualTo(1));
        Assert.That(source.Count, Is.EqualTo(1));
    }

    [TestCase(0.0, 5)]
    [TestCase(1.0, 6)]
    public async Task Credentials_are_kept_until_five_to_six_minutes_before_they_expire(double random, int minutesBefore)
    {
        ScriptedSource source = new(_clock);
        using CredentialCache cache = Cache(source, random);
        Credentials first = await cache.GetAsync(default);

        _clock.Advance(Lifetime - TimeSpan.FromMinutes(minutesBefore) - TimeSpan.FromSeconds(1));
        Assert.That(await cache.GetAsync(default), Is.SameAs(first));
        Assert.That(source.Count, Is.EqualTo(1));

        _clock.Advance(TimeSpan.FromSeconds(1));
        await cache.GetAsync(default);
        Assert.That(await source.Asked(2), Is.True);
    }

    [Test]
    public async Task While_new_ones_are_fetched_the_old_ones_are_given_without_waiting()
    {
        ScriptedSource source = new(_clock);
        using CredentialCache cache = Cache(source);
        Credentials first = await cache.GetAsync(default);
        source.Gate = new TaskCompletionSource();
        _clock.Advance(Lifetime - TimeSpan.FromMinutes(4));

        ValueTask<Credentials> during = cache.GetAsync(default);
        Assert.That(during.IsCompleted, Is.True);
        Assert.That(await during, Is.SameAs(first));
        source.Gate.SetResult();

        Assert.That(() => cache.GetAsync(default).AsTask().Result, Is.Not.SameAs(first).After(5_000, 10));
        Assert.That(source.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task A_refresh_that_fails_is_tried_again_later_and_the_old_ones_serve_until_they_expire()
    {
        ScriptedSource source = new(_clock);
        using CredentialCache cache = Cache(source);
        Credentials first = await cache.GetAsync(default);
        source.Fault = new CredentialsException("down") { IsFault = true };
        _clock.Advance(Lifetime - TimeSpan.FromMinutes(4));

        Assert.That(await cache.GetAsync(default), Is.SameAs(first));
        Assert.That(await source.Asked(2), Is.True);
        Assert.That(() => cache.GetAsync(default).AsTask().Result == first && source.Count == 2, Is.True.After(50));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await cache.GetAsync(default), Is.SameAs(first));
        Assert.That(await source.Asked(3), Is.True);

        _clock.Advance(TimeSpan.FromMinutes(3));
        await Assert.ThatAsync(() => cache.GetAsync(default).AsTask(), Throws.InstanceOf<CredentialsException>().With.Message.Contains("down"));
    }

    [Test]
    public async Task Who_gives_up_does_not_disturb_the_others()
    {
        ScriptedSource source = new(_clock) { Gate = new TaskCompletionSource() };
        using CredentialCache cache = Cache(source);
        using CancellationTokenSource impatient = new();

        Task<Credentials> first = cache.GetAsync(impatient.Token).AsTask();
        Task<Credentials> second = cache.GetAsync(default).AsTask();
        await impatient.CancelAsync();
        source.Gate.SetResult();

        await Assert.ThatAsync(() => first, Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await second).AccessKeyId, Is.EqualTo("AK1"));
        Assert.That(source.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Failure_is_not_kept()
    {
        ScriptedSource source = new(_clock) { Fault = new CredentialsException("down") };
        using CredentialCache cache = Cache(source);
        await Assert.ThatAsync(() => cache.GetAsync(default).AsTask(), Throws.InstanceOf<CredentialsException>());

        source.Fault = null;

        Assert.That((await cache.GetAsync(default)).AccessKeyId, Is.EqualTo("AK2"));
    }

    [Test]
    public async Task Replaced_file_is_noticed_within_seconds()
    {
        using TempHome home = new(credentials: "one");
        string path = Path.Combine(home.Path, ".aws", "credentials");
        ScriptedSource source = new(_clock) { Lasting = true, File = path };
        using CredentialCache cache = Cache(source);
        Credentials first = await cache.GetAsync(default);

        _clock.Advance(CacheEntry.FileInterval);
        Assert.That(await cache.GetAsync(default), Is.SameAs(first), "nothing has changed");
        home.Write(".aws/credentials", "another");
        Assert.That(await cache.GetAsync(default), Is.SameAs(first), "files are not looked at every time");
        _clock.Advance(CacheEntry.FileInterval);

        Assert.That((await cache.GetAsync(default)).AccessKeyId, Is.EqualTo("AK2"));
    }

    [Test]
    public async Task What_had_expired_before_it_was_found_is_used_for_half_a_minute()
    {
        ScriptedSource source = new(_clock) { Lifetime = TimeSpan.FromMinutes(-1) };
        using CredentialCache cache = Cache(source);
        Credentials first = await cache.GetAsync(default);

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.That(await cache.GetAsync(default), Is.SameAs(first), "the service has its own clock, and may take them");
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That((await cache.GetAsync(default)).AccessKeyId, Is.EqualTo("AK2"));
    }

    [Test]
    public async Task Disposing_wipes_what_is_kept_and_nobody_gets_anything_more()
    {
        CredentialCache cache = Cache(new ScriptedSource(_clock));
        Credentials kept = await cache.GetAsync(default);

        cache.Dispose();

        Assert.That(kept.SecretAccessKey.Reveal, Throws.InstanceOf<ObjectDisposedException>());
        await Assert.ThatAsync(() => cache.GetAsync(default).AsTask(), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Fresh_credentials_are_read_without_allocating()
    {
        using CredentialCache cache = Cache(new ScriptedSource(_clock));
        await cache.GetAsync(default);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            _ = await cache.GetAsync(default);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private CredentialCache Cache(ICredentialSource source, double random = 0) => new(source, _clock, () => random, NullLogger.Instance);

    private sealed class ScriptedSource(TimeProvider clock) : ICredentialSource
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public TaskCompletionSource? Gate { get; set; }

        public CredentialsException? Fault { get; set; }

        public bool Lasting { get; init; }

        public TimeSpan Lifetime { get; init; } = CredentialCacheTests.Lifetime;

        public string? File { get; init; }

        public async Task<bool> Asked(int times)
        {
            for (int i = 0; i < 500 && Count < times; i++)
            {
                await Task.Delay(10);
            }

            return Count == times;
        }

        public async ValueTask<FoundCredentials> FetchAsync(CancellationToken cancellationToken)
        {
            int number = Interlocked.Increment(ref _count);
            if (Gate is { } gate)
            {
                await gate.Task;
            }

            if (Fault is { } fault)
            {
                throw fault;
            }

            Credentials credentials = new($"AK{number}", "SK", null, Lasting ? null : clock.GetUtcNow() + Lifetime);
            return new FoundCredentials(credentials, File is null ? [] : [FileStamp.Of(File)], IsOwned: true);
        }
    }
}
