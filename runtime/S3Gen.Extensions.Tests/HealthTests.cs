using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Testing;

namespace S3Gen.Extensions.Tests;

public sealed class HealthTests
{
    [Test]
    public async Task A_client_that_reaches_its_bucket_is_healthy_and_says_how_fast()
    {
        await using S3TestServer server = await S3TestServer.StartAsync();
        using S3Client s3 = new(Servers.OptionsFor(server));
        await s3.CreateBucketAsync("health");
        S3HealthCheck check = new(s3, new S3HealthCheckOptions { Bucket = "health", SlowThreshold = Timeout.InfiniteTimeSpan });

        Runtime.HealthStatus status = await check.CheckAsync();

        Assert.That(status.State, Is.EqualTo(HealthState.Healthy));
        Assert.That(status.Latency, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(status.Details, Is.EqualTo(new HealthDetails { CredentialsOk = true, ConnectivityOk = true, CircuitState = CircuitState.Closed, ActiveConnections = 0 }));
        Assert.That(check.Last, Is.SameAs(status));
    }

    [Test]
    public async Task Without_a_bucket_the_list_of_buckets_is_asked_for()
    {
        await using S3TestServer server = await S3TestServer.StartAsync();
        using S3Client s3 = new(Servers.OptionsFor(server));

        Runtime.HealthStatus status = await new S3HealthCheck(s3).CheckAsync();

        Assert.That(status.State, Is.Not.EqualTo(HealthState.Unhealthy));
        Assert.That(server.RequestCount, Is.EqualTo(1));
    }

    [Test]
    public async Task Refused_credentials_make_it_unhealthy_and_are_not_repeated()
    {
        await using S3TestServer server = await S3TestServer.StartAsync();
        using S3Client s3 = new(Servers.OptionsFor(server, new Credentials("AKIAWRONG", "wrong")));

        Runtime.HealthStatus status = await new S3HealthCheck(s3).CheckAsync();

        Assert.That(status.State, Is.EqualTo(HealthState.Unhealthy));
        Assert.That(status.Details.CredentialsOk, Is.False);
        Assert.That(status.Details.ConnectivityOk, Is.True);
        Assert.That(status.Details.ErrorMessage, Is.EqualTo("ListBuckets failed: 403 InvalidAccessKeyId"));
    }

    [Test]
    public async Task Nobody_who_answers_makes_it_unhealthy()
    {
        S3TestServer server = await S3TestServer.StartAsync();
        using S3Client s3 = new(Servers.OptionsFor(server));
        await server.DisposeAsync();

        Runtime.HealthStatus status = await new S3HealthCheck(s3).CheckAsync();

        Assert.That(status.State, Is.EqualTo(HealthState.Unhealthy));
        Assert.That(status.Details.CredentialsOk, Is.True);
        Assert.That(status.Details.ConnectivityOk, Is.False);
        Assert.That(status.Latency, Is.Null);
    }

    [Test]
    public async Task An_open_circuit_of_another_bucket_degrades_it()
    {
        FakeTimeProvider time = new();
        await using S3TestServer server = await S3TestServer.StartAsync();
        using StubTransport transport = StubTransport.Failing("broken");
        using S3Client s3 = new(new S3ClientOptions { BasedOn = Servers.OptionsFor(server), Transport = transport, TimeProvider = time, CircuitFailureThreshold = 1 });
        await Assert.CatchAsync(() => s3.HeadBucketAsync("broken"));

        Runtime.HealthStatus status = await new S3HealthCheck(s3).CheckAsync();

        Assert.That(status.State, Is.EqualTo(HealthState.Degraded));
        Assert.That(status.Details.CircuitState, Is.EqualTo(CircuitState.Open));
    }

    [Test]
    public async Task A_body_that_is_being_read_is_an_active_connection_until_it_is_disposed()
    {
        await using S3TestServer server = await S3TestServer.StartAsync();
        using S3Client s3 = new(Servers.OptionsFor(server));
        await s3.CreateBucketAsync("active");
        await s3.PutObjectAsync(new PutObjectRequest { Bucket = "active", Key = "k", Body = RequestBody.FromBytes(new byte[1 << 20]) });
        GetObjectResponse response = await s3.GetObjectAsync("active", "k");
        Assert.That(s3.ActiveConnections, Is.EqualTo(1));

        response.Dispose();
        response.Dispose();

        Assert.That(s3.ActiveConnections, Is.Zero);
    }

    [Test]
    public async Task The_container_reports_the_same_as_a_health_check()
    {
        await using S3TestServer server = await S3TestServer.StartAsync();
        ServiceCollection services = new();
        services.AddLogging();
        services.AddS3Client(options: _ => Servers.OptionsFor(server));
        services.AddHealthChecks().AddS3();
        await using ServiceProvider provider = services.BuildServiceProvider();

        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.That(report.Entries["s3"].Status, Is.Not.EqualTo(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy));
        Assert.That(report.Entries["s3"].Data.Keys, Is.SupersetOf(new[]
        {
            "latency_ms", "last_check", "credentials_ok", "connectivity_ok", "circuit_breaker_state", "active_connections",
        }));
    }

    [Test]
    public async Task A_slow_answer_degrades_it_and_says_so()
    {
        FakeTimeProvider time = new();
        using StubTransport transport = new(_ =>
        {
            time.Advance(TimeSpan.FromMilliseconds(1200));
            return StubTransport.NoBuckets();
        });
        using S3Client s3 = new(OptionsOver(transport, time));

        Runtime.HealthStatus status = await new S3HealthCheck(s3).CheckAsync();

        Assert.That(
            (status.State, status.Latency, status.LastCheck, status.Details.ErrorMessage),
            Is.EqualTo((HealthState.Degraded, TimeSpan.FromMilliseconds(1200), time.GetUtcNow(), "The service took 1200 ms to answer, longer than 1000 ms")));
    }

    [Test]
    public async Task A_half_open_circuit_degrades_it()
    {
        FakeTimeProvider time = new();
        using StubTransport transport = StubTransport.Failing("broken");
        using S3Client s3 = new(new S3ClientOptions { BasedOn = OptionsOver(transport, time), CircuitFailureThreshold = 1 });
        await Assert.CatchAsync(() => s3.HeadBucketAsync("broken"));
        time.Advance(TimeSpan.FromSeconds(30));
        transport.Answers = static _ => StubTransport.NoBuckets();
        await s3.HeadBucketAsync("broken");

        Runtime.HealthStatus status = await new S3HealthCheck(s3).CheckAsync();

        Assert.That((status.State, status.Details.CircuitState), Is.EqualTo((HealthState.Degraded, CircuitState.HalfOpen)));
        Assert.That(status.Details.ErrorMessage, Is.EqualTo("A circuit is half-open"));
    }

    [Test]
    public async Task Without_credentials_it_is_unhealthy_and_nothing_is_sent()
    {
        using StubTransport transport = new(static _ => StubTransport.NoBuckets());
        using S3Client s3 = new(new S3ClientOptions { BasedOn = OptionsOver(transport, new FakeTimeProvider()), Credentials = new MissingCredentials() });

        Runtime.HealthStatus status = await new S3HealthCheck(s3).CheckAsync();

        Assert.That((status.State, status.Details.CredentialsOk, status.Latency, transport.Count), Is.EqualTo((HealthState.Unhealthy, false, (TimeSpan?)null, 0)));
        Assert.That(status.Details.ErrorMessage, Does.Contain("nobody has any"));
    }

    [Test]
    public async Task Checks_of_named_clients_have_their_names_and_fail_as_they_were_told_to()
    {
        using StubTransport well = new(static _ => StubTransport.NoBuckets());
        using StubTransport ill = StubTransport.Failing(string.Empty);
        ServiceCollection services = new();
        services.AddLogging();
        services.AddS3Client("well", options: _ => OptionsOver(well, TimeProvider.System)).AddS3Client("ill", options: _ => OptionsOver(ill, TimeProvider.System));
        services.AddHealthChecks().AddS3("well").AddS3("ill", failureStatus: Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded, tags: ["storage"]);
        await using ServiceProvider provider = services.BuildServiceProvider();

        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.That(report.Entries.Keys, Is.EquivalentTo(new[] { "s3-well", "s3-ill" }));
        Assert.That(report.Entries["s3-ill"].Status, Is.EqualTo(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded));
        Assert.That(report.Entries["s3-ill"].Tags, Is.EqualTo(new[] { "storage" }));
        Assert.That(report.Entries["s3-ill"].Data["error_message"], Is.EqualTo("ListBuckets failed: 500 InternalServerError"));
        Assert.That(report.Entries["s3-well"].Data["connectivity_ok"], Is.EqualTo(true));
    }

    private static S3ClientOptions OptionsOver(IHttpTransport transport, TimeProvider time) => new()
    {
        EndpointUrl = new Uri("http://store"),
        Credentials = new StaticCredentialProvider(new Credentials("AKIDEXAMPLE", "secret")),
        MaxRetries = 0,
        Transport = transport,
        TimeProvider = time,
    };

    private sealed class MissingCredentials : ICredentialProvider
    {
        public ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default) => throw new CredentialsException("nobody has any");
    }
}
