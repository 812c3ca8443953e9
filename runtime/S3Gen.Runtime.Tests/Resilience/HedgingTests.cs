using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Resilience;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class HedgingTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    private readonly FakeTimeProvider _time = new(TestClient.Now);
    private readonly SlowTransport _service = new();

    [Test]
    public async Task Request_that_takes_long_is_sent_again_and_the_first_answer_counts()
    {
        using ClientPipeline client = await EarnedAsync();

        Task<TestResponse> call = client.RunAsync(TestOperation.List);
        SlowRequest first = await _service.NextAsync();
        _time.Advance(Delay);
        SlowRequest second = await _service.NextAsync();
        second.Answer("<Result>second</Result>");

        Assert.That((await call).Text, Is.EqualTo("second"));
        Assert.That(async () => await first.Canceled, Throws.Nothing, "the first is given up");
    }

    [Test]
    public async Task First_request_may_still_win()
    {
        using ClientPipeline client = await EarnedAsync();

        Task<TestResponse> call = client.RunAsync(TestOperation.List);
        SlowRequest first = await _service.NextAsync();
        _time.Advance(Delay);
        SlowRequest second = await _service.NextAsync();
        first.Answer("<Result>first</Result>");

        Assert.That((await call).Text, Is.EqualTo("first"));
        await second.Canceled;
    }

    [Test]
    public async Task Connection_that_breaks_leaves_it_to_the_other_request()
    {
        using ClientPipeline client = await EarnedAsync();

        Task<TestResponse> call = client.RunAsync(TestOperation.List);
        SlowRequest first = await _service.NextAsync();
        _time.Advance(Delay);
        SlowRequest second = await _service.NextAsync();
        first.Break();
        second.Answer("<Result>second</Result>");

        Assert.That((await call).Text, Is.EqualTo("second"));
    }

    [Test]
    public async Task Error_that_the_service_answers_is_an_answer()
    {
        using ClientPipeline client = await EarnedAsync();

        Task<TestResponse> call = client.RunAsync(TestOperation.List);
        SlowRequest first = await _service.NextAsync();
        _time.Advance(Delay);
        await _service.NextAsync();
        first.Answer("<Error><Code>AccessDenied</Code></Error>", status: 403);

        TestException? failure = await Assert.ThrowsAsync<TestException>(() => call);
        Assert.That(failure!.ErrorCode, Is.EqualTo("AccessDenied"));
    }

    [Test]
    public async Task One_operation_in_twenty_is_sent_twice_at_most()
    {
        using ClientPipeline client = await EarnedAsync();
        int requests = 0;
        for (int i = 0; i < 60; i++)
        {
            Task<TestResponse> call = client.RunAsync(TestOperation.Head);
            SlowRequest first = await _service.NextAsync();
            requests++;
            _time.Advance(Delay);
            first.Answer(string.Empty);
            while (!call.IsCompleted)
            {
                await Task.WhenAny(call, Task.Delay(5));
            }

            requests += _service.DropWaiting();
        }

        Assert.That(requests, Is.InRange(60, 64));
    }

    [Test]
    public async Task What_changes_something_is_sent_once()
    {
        using ClientPipeline client = await EarnedAsync();

        Task<TestResponse> call = client.RunAsync(TestOperation.Put);
        SlowRequest first = await _service.NextAsync();
        _time.Advance(Delay * 10);
        first.Answer(string.Empty);

        await call;
        Assert.That(_service.DropWaiting(), Is.Zero);
    }

    [Test]
    public async Task Caller_that_cancels_ends_both_with_its_own_token()
    {
        using ClientPipeline client = await EarnedAsync();
        using CancellationTokenSource caller = new();

        Task<TestResponse> call = client.RunAsync(TestOperation.List, cancellationToken: caller.Token);
        SlowRequest first = await _service.NextAsync();
        _time.Advance(Delay);
        SlowRequest second = await _service.NextAsync();
        await caller.CancelAsync();

        OperationCanceledException? end = await Assert.CatchAsync<OperationCanceledException>(() => call);
        Assert.That(end!.CancellationToken, Is.EqualTo(caller.Token));
        await Task.WhenAll(first.Canceled, second.Canceled);
    }

    [Test]
    public async Task Body_of_the_answer_that_came_too_late_is_let_go()
    {
        using ClientPipeline client = await EarnedAsync();
        _service.IgnoresCancellation = true;

        Task<TestResponse> call = client.RunAsync(TestOperation.Get);
        SlowRequest first = await _service.NextAsync();
        _time.Advance(Delay);
        SlowRequest second = await _service.NextAsync();
        second.Answer("second");
        using TestResponse response = await call;
        first.Answer("first");

        await first.Disposed;
        using StreamReader reader = new(response.Body);
        Assert.That(await reader.ReadToEndAsync(), Is.EqualTo("second"));
    }

    /// <summary>A client that has earned the right to send one request twice.</summary>
    private async Task<ClientPipeline> EarnedAsync()
    {
        ClientPipeline client = new(TestOperation.S3, new ClientOptions
        {
            Transport = _service,
            Credentials = TestClient.Keys,
            HedgingDelay = Delay,
            MaxRetries = 0,
            TimeProvider = _time,
            Environment = new FakeEnvironment(),
        });
        for (int i = 0; i < 20; i++)
        {
            Task call = client.RunAsync(TestOperation.Put).ContinueWith(static _ => { }, TaskScheduler.Default);
            (await _service.NextAsync()).Answer(string.Empty);
            await call;
            call = client.RunAsync(TestOperation.Head);
            (await _service.NextAsync()).Answer(string.Empty);
            await call;
        }

        return client;
    }

    /// <summary>A service that answers when a test says so.</summary>
    private sealed class SlowTransport : IHttpTransport
    {
        private readonly ConcurrentQueue<SlowRequest> _waiting = new();
        private readonly SemaphoreSlim _arrived = new(0);

        public bool IgnoresCancellation { get; set; }

        public async Task<SlowRequest> NextAsync()
        {
            Assert.That(await _arrived.WaitAsync(TimeSpan.FromSeconds(20)), Is.True, "no request came");
            return _waiting.TryDequeue(out SlowRequest? request) ? request : throw new InvalidOperationException();
        }

        public int DropWaiting()
        {
            int count = 0;
            while (_arrived.Wait(0) && _waiting.TryDequeue(out _))
            {
                count++;
            }

            return count;
        }

        public ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            SlowRequest slow = new(IgnoresCancellation ? CancellationToken.None : cancellationToken);
            _waiting.Enqueue(slow);
            _arrived.Release();
            return new(slow.Response);
        }

        public void Dispose() => _arrived.Dispose();

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class SlowRequest
    {
        private readonly TaskCompletionSource<HttpResponseMessage> _response = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _canceled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SlowRequest(CancellationToken cancellationToken) => cancellationToken.Register(() =>
        {
            _response.TrySetCanceled(cancellationToken);
            _canceled.TrySetResult();
        });

        public Task<HttpResponseMessage> Response => _response.Task;

        public Task Canceled => _canceled.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public Task Disposed => _disposed.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public void Answer(string body, int status = 200)
        {
            HttpResponseMessage message = StubTransport.Status(status);
            message.Content = new StreamContent(new WatchedStream(System.Text.Encoding.UTF8.GetBytes(body), _disposed));
            _response.TrySetResult(message);
        }

        public void Break() => _response.TrySetException(new HttpRequestException(HttpRequestError.ConnectionError, "It broke."));
    }

    private sealed class WatchedStream(byte[] content, TaskCompletionSource disposed) : MemoryStream(content)
    {
        protected override void Dispose(bool disposing)
        {
            disposed.TrySetResult();
            base.Dispose(disposing);
        }
    }
}
