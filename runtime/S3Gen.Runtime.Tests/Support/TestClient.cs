using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.Tests.Support;

internal static class TestClient
{
    public static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly StaticCredentialProvider Keys = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    /// <summary>A client of a server, which does not pause between attempts.</summary>
    public static ClientPipeline For(RawServer server, int maxRetries = 3, TimeSpan? readTimeout = null, TimeSpan? operationTimeout = null) =>
        new(TestOperation.S3, new ClientOptions
        {
            EndpointUrl = server.Url,
            Credentials = Keys,
            MaxRetries = maxRetries,
            ReadTimeout = readTimeout ?? TimeSpan.FromSeconds(10),
            OperationTimeout = operationTimeout ?? TimeSpan.FromSeconds(20),
            Environment = new FakeEnvironment(),
            NextRandom = static () => 0,
        });

    /// <summary>A client whose circuits never open.</summary>
    public static ClientPipeline WithoutCircuits(RawServer server) => new(TestOperation.S3, new ClientOptions
    {
        EndpointUrl = server.Url,
        Credentials = Keys,
        CircuitFailureThreshold = 0,
        Environment = new FakeEnvironment(),
        NextRandom = static () => 0,
    });

    /// <summary>Options without pauses between attempts.</summary>
    public static ClientOptions Options(
        Uri url,
        TimeProvider? time = null,
        int? maxRetries = null,
        int? rate = null,
        int? burst = null,
        int queue = 1000,
        TimeSpan? operationTimeout = null,
        Action<CircuitStatus>? onCircuit = null) => new()
    {
        EndpointUrl = url,
        Credentials = Keys,
        TimeProvider = time ?? TimeProvider.System,
        MaxRetries = maxRetries,
        RateLimitRequestsPerSecond = rate,
        RateLimitBurst = burst,
        RateLimitQueueLimit = queue,
        OperationTimeout = operationTimeout,
        OnCircuitStateChanged = onCircuit,
        Environment = new FakeEnvironment(),
        NextRandom = static () => 0,
    };

    /// <summary>A client whose clock stands at <see cref="Now"/>, so that its bytes are always the same.</summary>
    public static ClientPipeline AtFixedTime(RawServer server) => new(TestOperation.S3, new ClientOptions
    {
        EndpointUrl = server.Url,
        Credentials = Keys,
        TimeProvider = new FakeTimeProvider(Now),
        Environment = new FakeEnvironment(),
    });

    /// <summary>A client whose requests are signed as the endpoint says that stands for all buckets.</summary>
    public static ClientPipeline At(Endpoint endpoint, Credentials credentials) => new(TestOperation.S3, new ClientOptions
    {
        EndpointResolver = new OneEndpoint(endpoint),
        Credentials = new StaticCredentialProvider(credentials),
        TimeProvider = new FakeTimeProvider(Now),
        Environment = new FakeEnvironment(),
    });

    public static Task<TestResponse> RunAsync(
        this ClientPipeline pipeline, TestOperation operation, TestRequest? request = null, CancellationToken cancellationToken = default) =>
        pipeline.InvokeAsync(operation, request ?? new TestRequest(), cancellationToken);
}

internal sealed class OneEndpoint(Endpoint endpoint) : IEndpointResolver
{
    public Endpoint Resolve(in EndpointParameters parameters) => endpoint;
}

internal sealed class FakeEnvironment(params (string Name, string Value)[] variables) : EnvironmentSource
{
    internal override string? HomeDirectory => Home;

    public string? Home { get; init; }

    protected override string? Read(string name)
    {
        foreach ((string candidate, string value) in variables)
        {
            if (candidate == name)
            {
                return value;
            }
        }

        return null;
    }
}
