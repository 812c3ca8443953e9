using System.Net;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Waiters;

public sealed class WaiterTests
{
    private static readonly WaiterOptions Fast = new() { MinDelay = TimeSpan.FromMilliseconds(5), MaxWaitTime = TimeSpan.FromSeconds(5) };

    [Test]
    public async Task Waiter_asks_until_it_is_so()
    {
        await using RawServer server = new(Reply.Status(404), Reply.Status(404), Reply.Ok());
        using ClientPipeline client = TestClient.For(server);

        await Run(client, Fast);

        Assert.That(server.Requests, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task Waiter_gives_up_when_time_is_up()
    {
        await using RawServer server = new(Reply.Status(404));
        using ClientPipeline client = TestClient.For(server);

        Assert.That(
            () => Run(client, new WaiterOptions { MinDelay = TimeSpan.FromMilliseconds(20), MaxWaitTime = TimeSpan.FromMilliseconds(100) }),
            Throws.InstanceOf<WaiterTimeoutException>().With.Message.Contains("BucketExists"));
    }

    [Test]
    public async Task Error_that_the_waiter_does_not_know_is_thrown()
    {
        await using RawServer server = new(Reply.Status(403));
        using ClientPipeline client = TestClient.For(server);

        Assert.That(() => Run(client, Fast), Throws.InstanceOf<TestException>());
    }

    [Test]
    public async Task Answer_that_rules_it_out_fails()
    {
        await using RawServer server = new(Reply.Status(410));
        using ClientPipeline client = TestClient.For(server);

        Assert.That(() => Run(client, Fast), Throws.InstanceOf<WaiterFailedException>());
    }

    private static Task Run(ClientPipeline client, WaiterOptions options) => Waiter.RunAsync(
        "BucketExists",
        (request, cancellation) => client.InvokeAsync(TestOperation.Head, request, cancellation),
        new TestRequest(),
        Accept,
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(120),
        options,
        default);

    private static WaiterState? Accept(TestResponse? response, ServiceException? exception) => exception?.StatusCode switch
    {
        null => WaiterState.Success,
        HttpStatusCode.NotFound => WaiterState.Retry,
        HttpStatusCode.Gone => WaiterState.Failure,
        _ => null,
    };
}
