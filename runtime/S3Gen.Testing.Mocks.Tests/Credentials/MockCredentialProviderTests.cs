using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace S3Gen.Testing.Mocks.Tests.Credentials;

/// <summary>Credentials by script.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MockCredentialProviderTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Test]
    public async Task Without_a_script_there_are_lasting_keys()
    {
        MockCredentialProvider provider = new(_clock);

        Runtime.Credentials first = await provider.GetCredentialsAsync();
        Assert.That((first.AccessKeyId, first.Expiration, first.SessionToken), Is.EqualTo(("MOCKACCESSKEY1", (DateTimeOffset?)null, (SecretString?)null)));
        Assert.That(await provider.GetCredentialsAsync(), Is.SameAs(first));
        Assert.That((provider.CallCount, provider.MadeCount), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task Rotating_ones_stay_until_they_expire()
    {
        MockCredentialProvider provider = new MockCredentialProvider(_clock).Rotates(TimeSpan.FromHours(1));

        Runtime.Credentials first = await provider.GetCredentialsAsync();
        _clock.Advance(TimeSpan.FromMinutes(59));
        Runtime.Credentials same = await provider.GetCredentialsAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        Runtime.Credentials next = await provider.GetCredentialsAsync();

        Assert.That(same, Is.SameAs(first));
        Assert.That((next.AccessKeyId, next.Expiration), Is.EqualTo(("MOCKACCESSKEY2", (DateTimeOffset?)_clock.GetUtcNow().AddHours(1))));
        Assert.That(provider.Given.Select(given => given.AccessKeyId), Is.EqualTo(new[] { "MOCKACCESSKEY1", "MOCKACCESSKEY1", "MOCKACCESSKEY2" }));
    }

    [Test]
    public async Task Steps_come_in_order()
    {
        Runtime.Credentials fixedOnes = new("AKID", "secret");
        MockCredentialProvider provider = new MockCredentialProvider(_clock).Fails("the disk is full").Expires(TimeSpan.FromMinutes(-1)).Returns(fixedOnes);

        CredentialsException? none = await Assert.ThrowsAsync<CredentialsException>(() => provider.GetCredentialsAsync().AsTask());
        Assert.That(none!.Reason, Is.EqualTo("the disk is full"));
        Assert.That((await provider.GetCredentialsAsync()).Expiration, Is.LessThan(_clock.GetUtcNow()));
        Assert.That(await provider.GetCredentialsAsync(), Is.SameAs(fixedOnes));
        Assert.That(await provider.GetCredentialsAsync(), Is.SameAs(fixedOnes));
    }

    [Test]
    public async Task Search_takes_its_time_and_can_be_given_up()
    {
        MockCredentialProvider provider = new MockCredentialProvider(_clock).After(TimeSpan.FromSeconds(3)).NeverAnswers();
        using CancellationTokenSource source = new();

        Task search = provider.GetCredentialsAsync(source.Token).AsTask();
        await source.CancelAsync();

        await Assert.ThatAsync(() => search, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Client_signs_each_attempt_with_what_is_valid_then()
    {
        using MockHttpTransport transport = new(_clock);
        transport.On().Responds(HttpStatusCode.OK);
        MockCredentialProvider provider = new MockCredentialProvider(_clock).Rotates(TimeSpan.FromMinutes(10));
        using S3Client client = Client(transport, provider);

        await client.HeadObjectAsync("bucket", "key");
        _clock.Advance(TimeSpan.FromMinutes(11));
        await client.HeadObjectAsync("bucket", "key");

        Assert.That(transport.Requests.Select(request => request.Header("x-amz-security-token")), Is.EqualTo(new[] { "MOCKTOKEN1", "MOCKTOKEN2" }));
        Assert.That(transport.Requests[1].Header("Authorization"), Does.Contain("Credential=MOCKACCESSKEY2/"));
    }

    [Test]
    public async Task Client_without_credentials_sends_nothing()
    {
        using MockHttpTransport transport = new(_clock);
        using S3Client client = Client(transport, new MockCredentialProvider(_clock).Fails());

        await Assert.ThatAsync(() => client.HeadObjectAsync("bucket", "key"), Throws.InstanceOf<CredentialsException>());
        Assert.That(transport.Requests, Is.Empty);
    }

    private S3Client Client(MockHttpTransport transport, MockCredentialProvider provider) => new(new S3ClientOptions
    {
        EndpointUrl = new Uri("https://mock.invalid"),
        Region = "us-east-1",
        Credentials = provider,
        Transport = transport,
        TimeProvider = _clock,
        MaxRetries = 0,
    });
}
