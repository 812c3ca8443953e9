using System.Reflection;

namespace S3Gen.Testing.Mocks.Tests.Clients;

/// <summary>Calls that nothing was set up for, and all that a client has besides its operations.</summary>
public sealed class BehaviorTests
{
    private static IEnumerable<MethodInfo> Operations => typeof(IS3Client).GetMethods()
        .Where(method => method.GetParameters() is [{ ParameterType.Name: var request }, _] && request.EndsWith("Request", StringComparison.Ordinal));

    [Test]
    public async Task Strict_double_names_the_call_and_the_fix()
    {
        using MockS3Client mock = new();
        UnexpectedCallException? error = await Assert.ThrowsAsync<UnexpectedCallException>(() => mock.GetObjectAsync("b", "k"));

        Assert.That(error!.Message, Is.EqualTo(
            "MockS3Client got the call GetObject(Bucket = \"b\", Key = \"k\"), and nothing is set up for GetObject. "
            + "Say what it answers, as in mock.OnGetObject(...).Returns(...), or make the mock with MockOptions.Behavior = MockBehavior.Loose."));
    }

    [Test]
    public async Task Strict_double_says_when_its_setups_do_not_match()
    {
        using MockS3Client mock = new();
        mock.OnGetObject(request => request.Key == "other");

        await Assert.ThatAsync(() => mock.GetObjectAsync("b", "k"), Throws.InstanceOf<UnexpectedCallException>().With.Message.Contains("the setup of GetObject does not match"));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Every_operation_is_recorded_and_a_loose_double_answers_it(MethodInfo operation)
    {
        using MockS3Client mock = new(new MockOptions { Behavior = MockBehavior.Loose });
        object request = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(operation.GetParameters()[0].ParameterType);
        Task call = (Task)operation.Invoke(mock, [request, CancellationToken.None])!;

        if (operation.ReturnType.GenericTypeArguments[0].GetProperties().Any(property => property.PropertyType.Name == "EventStream`1"))
        {
            await Assert.ThatAsync(() => call, Throws.InstanceOf<UnexpectedCallException>().With.Message.Contains("no response without content"));
        }
        else
        {
            await call;
            Assert.That(mock.Calls.Single().Response, Is.InstanceOf(operation.ReturnType.GenericTypeArguments[0]));
        }

        Assert.That(mock.Calls.Single().Request, Is.SameAs(request));
        Assert.That(operation.Name, Is.EqualTo(mock.Calls.Single().Operation + "Async"));
    }

    [Test]
    public void There_are_all_operations() => Assert.That(Operations.Count(), Is.GreaterThan(100));

    [Test]
    public async Task Waiters_poll_the_double()
    {
        using MockS3Client mock = new();
        mock.OnHeadObject().Fails("NotFound", System.Net.HttpStatusCode.NotFound).Returns(new HeadObjectResponse());

        await mock.WaitUntilObjectExistsAsync(
            new HeadObjectRequest { Bucket = "b", Key = "k" }, new WaiterOptions { MinDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) });

        mock.Received<HeadObjectRequest>(times: 2);
    }

    [Test]
    public async Task Presigned_url_is_real_and_of_a_host_that_does_not_exist()
    {
        using MockS3Client mock = new();
        GetObjectRequest request = new() { Bucket = "photos", Key = "a b.jpg" };

        PresignedUrl url = await mock.PresignAsync(request, new PresignOptions { Expires = TimeSpan.FromMinutes(15) });

        Assert.That(url.AbsoluteUri, Does.StartWith("https://mock.invalid/photos/a%20b.jpg?").And.Contains("X-Amz-Expires=900").And.Contains("X-Amz-Signature="));
        Assert.That(mock.CallsOf<IPresignable>().Single().Request, Is.SameAs(request));
    }

    [Test]
    public async Task Presigning_can_be_made_to_fail()
    {
        using MockS3Client mock = new();
        mock.OnPresign(request => request is PutObjectRequest).Throws(new CredentialsException("none"));
        mock.OnPresignPost().Throws(new CredentialsException("none"));

        await Assert.ThatAsync(() => mock.PresignAsync(new PutObjectRequest { Bucket = "b", Key = "k" }), Throws.InstanceOf<CredentialsException>());
        await Assert.ThatAsync(() => mock.PresignPostAsync(new PostPolicy { Bucket = "photos", KeyPrefix = "u/" }), Throws.InstanceOf<CredentialsException>());
        Assert.That((await mock.PresignAsync(new GetObjectRequest { Bucket = "photos", Key = "k" })).Method, Is.EqualTo(HttpMethod.Get));
    }

    [Test]
    public async Task Form_is_presigned_too()
    {
        using MockS3Client mock = new();

        await mock.PresignPostAsync(new PostPolicy { Bucket = "photos", KeyPrefix = "uploads/" });

        Assert.That(mock.Calls.Single().ToString(), Is.EqualTo("PresignPost(Bucket = \"photos\")"));
    }
}
