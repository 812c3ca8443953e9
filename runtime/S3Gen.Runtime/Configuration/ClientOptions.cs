using Microsoft.Extensions.Logging;
using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime;

/// <summary>
/// How a client behaves. What is set here wins over environment variables, and these over the defaults. Options are checked once,
/// by the client's constructor, which does no I/O and reports all faults in one <see cref="ArgumentException"/>.
/// </summary>
public partial class ClientOptions
{
    /// <summary>The region. Default: <c>AWS_REGION</c>, then <c>AWS_DEFAULT_REGION</c>, then <c>us-east-1</c>.</summary>
    public string? Region { get; init; }

    /// <summary>
    /// Where a store other than AWS answers, e.g. <c>http://localhost:9000</c>: absolute, http or https, perhaps with a path, without
    /// query, fragment and user. Default: <c>AWS_ENDPOINT_URL_S3</c>, then <c>AWS_ENDPOINT_URL</c>, then AWS itself.
    /// </summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>
    /// Whether the bucket is always part of the path. Default null: it is with an <see cref="EndpointUrl"/>, and at AWS it is for
    /// buckets whose name cannot be part of a host name.
    /// </summary>
    public bool? ForcePathStyle { get; init; }

    /// <summary>Whether to use endpoints that are reached over IPv6 too. Default: <c>AWS_USE_DUALSTACK_ENDPOINT</c>, then false.</summary>
    public bool? UseDualStack { get; init; }

    /// <summary>Whether to use endpoints with validated cryptography (FIPS 140). Default: <c>AWS_USE_FIPS_ENDPOINT</c>, then false.</summary>
    public bool? UseFips { get; init; }

    /// <summary>The profile of the shared credentials file. Default: <c>AWS_PROFILE</c>, then <c>default</c>.</summary>
    public string? Profile { get; init; }

    /// <summary>Where credentials come from; called for every attempt. Default: the environment, then the shared credentials file.</summary>
    public ICredentialProvider? Credentials { get; init; }

    /// <summary>Longest time to make a connection. Default 5 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Longest time without progress: nothing sent, nothing received. It ends an attempt, which is tried again; while a response's
    /// body is streamed it ends the stream. Default 30 s; <see cref="Timeout.InfiniteTimeSpan"/> waits forever.
    /// </summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Longest time of an operation with all its retries, until its response, or its streamed response's head, is there. Time in which
    /// a request body of more than 64 KiB is being sent does not count. Default: <c>S3_INTEGRATION_TIMEOUT_MS</c>, then 60 s;
    /// <see cref="Timeout.InfiniteTimeSpan"/> sets no limit.
    /// </summary>
    public TimeSpan? OperationTimeout { get; init; }

    /// <summary>Most connections to one host that are open at once. Default 100.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>How long an unused connection is kept. Default 90 s.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How long a connection is used, so that changes in DNS are noticed. Default 300 s.</summary>
    public TimeSpan ConnectionLifetime { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>
    /// What carries requests; the settings of connections above do not apply to it, and the client does not dispose it. Default: a
    /// connection pool of the client's own.
    /// </summary>
    public IHttpTransport? Transport { get; init; }

    /// <summary>Decides where a request goes. Default: the rules of AWS, or <see cref="EndpointUrl"/>.</summary>
    public IEndpointResolver? EndpointResolver { get; init; }

    /// <summary>The clock for signatures, timeouts and pauses. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Who is told of retries and failures; nothing secret is ever logged. Default: nobody.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>Numbers from 0 to 1, which spread retries in time.</summary>
    internal Func<double> NextRandom { get; init; } = Random.Shared.NextDouble;

    /// <summary>Where idempotency tokens come from.</summary>
    internal Func<Guid> NewGuid { get; init; } = Guid.NewGuid;

    internal EnvironmentSource Environment { get; init; } = EnvironmentSource.Process;
}
