namespace S3Gen.Testing.Mocks.Tests.Clients;

/// <summary>Demands of a test, and what is said where they are not met.</summary>
public sealed class VerificationTests : IDisposable
{
    private readonly MockS3Client _mock = new(new MockOptions { Behavior = MockBehavior.Loose });

    [SetUp]
    public async Task Call()
    {
        _mock.Reset();
        await _mock.HeadObjectAsync("b", "1");
        await _mock.HeadObjectAsync("b", "2");
        await _mock.DeleteObjectAsync("b", "2");
    }

    public void Dispose() => _mock.Dispose();

    [Test]
    public void Demand_that_is_met_gives_the_calls()
    {
        Assert.That(_mock.Received<HeadObjectRequest>(), Has.Count.EqualTo(2));
        Assert.That(_mock.Received<HeadObjectRequest>(request => request.Key == "2", times: 1)[0].Index, Is.EqualTo(1));
        Assert.That(() => _mock.DidNotReceive<GetObjectRequest>(), Throws.Nothing);
    }

    [Test]
    public void Demand_that_is_not_met_lists_what_there_was() =>
        Assert.That(() => _mock.Received<DeleteObjectRequest>(request => request.Key == "1"), Throws.InstanceOf<MockVerificationException>().With.Message.EqualTo(
            "The test demands at least one call with a DeleteObjectRequest that fulfils the condition, and there were 0. All calls:\n"
            + "  0: HeadObject(Bucket = \"b\", Key = \"1\")\n  1: HeadObject(Bucket = \"b\", Key = \"2\")\n  2: DeleteObject(Bucket = \"b\", Key = \"2\")"));

    [Test]
    public void Number_of_calls_is_exact() =>
        Assert.That(() => _mock.Received<HeadObjectRequest>(times: 3), Throws.InstanceOf<MockVerificationException>().With.Message.StartsWith(
            "The test demands exactly 3 calls with a HeadObjectRequest, and there were 2."));

    [Test]
    public void Call_that_must_not_be_is_found() =>
        Assert.That(() => _mock.DidNotReceive<DeleteObjectRequest>(), Throws.InstanceOf<MockVerificationException>().With.Message.Contains("no call"));

    [Test]
    public void Reset_forgets_calls()
    {
        _mock.Reset();

        Assert.That(() => _mock.Received<HeadObjectRequest>(), Throws.InstanceOf<MockVerificationException>().With.Message.EndsWith("There were no calls at all."));
    }
}
