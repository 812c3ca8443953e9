using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Sessions;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Sessions;

/// <summary>Opens sessions when the test says so.</summary>
internal sealed class FakeSessionSource(FakeTimeProvider time) : ISessionSource
{
    private readonly ConcurrentQueue<(string Bucket, CancellationToken Token, TaskCompletionSource<Credentials> Opening)> _openings = new();
    private readonly SemaphoreSlim _asked = new(0);
    private int _count;

    public Operation Operation => TestOperation.List;

    /// <summary>How often a session was asked for.</summary>
    public int Count => Volatile.Read(ref _count);

    public CancellationToken LastToken { get; private set; }

    /// <summary>How long sessions last by the clock of the service.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(5);

    public Task<Credentials> OpenAsync(string bucket, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        TaskCompletionSource<Credentials> opening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        LastToken = cancellationToken;
        _openings.Enqueue((bucket, cancellationToken, opening));
        _asked.Release();
        return opening.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Waits until a session is asked for, and opens it.</summary>
    public async Task<Credentials> OpenNextAsync()
    {
        (string bucket, _, TaskCompletionSource<Credentials> opening) = await NextAsync();
        Credentials session = new($"{bucket}-{Count}", "session-secret", "session-token", time.GetUtcNow() + Lifetime);
        opening.SetResult(session);
        return session;
    }

    /// <summary>Waits until a session is asked for, and refuses it.</summary>
    public async Task RefuseNextAsync()
    {
        (_, _, TaskCompletionSource<Credentials> opening) = await NextAsync();
        opening.SetException(new TestException(new ServiceErrorDetails { ErrorCode = "NoSuchBucket" }));
    }

    public async Task WaitForRequestAsync()
    {
        Assert.That(await _asked.WaitAsync(TimeSpan.FromSeconds(10)), Is.True, "no session was asked for");
        _asked.Release();
    }

    private async Task<(string Bucket, CancellationToken Token, TaskCompletionSource<Credentials> Opening)> NextAsync()
    {
        Assert.That(await _asked.WaitAsync(TimeSpan.FromSeconds(10)), Is.True, "no session was asked for");
        Assert.That(_openings.TryDequeue(out var opening), Is.True);
        return opening;
    }
}
