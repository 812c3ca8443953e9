using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Resilience.Retry;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Resilience;

public sealed class RetryQuotaTests
{
    [Test]
    public void Retries_cost_until_nothing_is_left_and_successes_bring_tokens_back()
    {
        RetryQuota quota = new();
        int retries = 0;
        while (quota.TryTake(RetryQuota.RetryCost))
        {
            retries++;
        }

        Assert.That(retries, Is.EqualTo(35));
        Assert.That(quota.Tokens, Is.EqualTo(10));
        Assert.That(quota.TryTake(RetryQuota.ThrottlingRetryCost), Is.True);
        for (int success = 0; success < 9; success++)
        {
            quota.Give(RetryQuota.FirstSuccess);
        }

        Assert.That(quota.TryTake(RetryQuota.RetryCost), Is.True);
    }

    [Test]
    public void Quota_never_grows_beyond_its_capacity()
    {
        RetryQuota quota = new();
        quota.Give(1);
        quota.TryTake(5);
        quota.Give(14);
        Assert.That(quota.Tokens, Is.EqualTo(500));
    }

    [Test]
    public async Task Many_threads_take_no_more_than_there_is()
    {
        RetryQuota quota = new();
        int taken = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                Interlocked.Add(ref taken, quota.TryTake(5) ? 5 : 0);
            }
        })));
        Assert.That(taken, Is.EqualTo(500));
        Assert.That(quota.Tokens, Is.Zero);
    }

    [Test]
    public async Task In_an_outage_a_client_stops_to_retry_and_says_so()
    {
        await using RawServer server = new(Reply.Error(500, "InternalError"));
        using ClientPipeline client = TestClient.WithoutCircuits(server);

        TestException? failure = null;
        for (int operation = 0; operation < 20; operation++)
        {
            failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.Head));
        }

        Assert.That(server.Requests, Has.Length.EqualTo(20 + 35));
        Assert.That(failure!.AttemptCount, Is.EqualTo(1));
        Assert.That(failure.Message, Does.Contain("quota of retries is used up"));
    }

    [Test]
    public async Task Success_after_a_retry_brings_back_what_the_retry_cost()
    {
        Reply[] script = [.. Enumerable.Range(0, 100).SelectMany(_ => new[] { Reply.Error(500, "InternalError"), Reply.Ok() })];
        await using RawServer server = new(script);
        using ClientPipeline client = TestClient.WithoutCircuits(server);

        for (int operation = 0; operation < 100; operation++)
        {
            await client.RunAsync(TestOperation.Head);
        }

        Assert.That(server.Requests, Has.Length.EqualTo(200));
    }
}
