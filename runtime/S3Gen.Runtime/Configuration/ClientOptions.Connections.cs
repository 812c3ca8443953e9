using System.Net;

namespace S3Gen.Runtime;

public partial class ClientOptions
{
    /// <summary>Most connections to one host that are open at once. Default: <c>S3_INTEGRATION_MAX_CONNECTIONS</c>, then 100.</summary>
    public int? MaxConnections { get => field ?? BasedOn?.MaxConnections; init; }

    /// <summary>How long an unused connection is kept. Default: <c>S3_INTEGRATION_IDLE_TIMEOUT_MS</c>, then 90 s.</summary>
    public TimeSpan? IdleTimeout { get => field ?? BasedOn?.IdleTimeout; init; }

    /// <summary>
    /// How long a connection is used, so that changes in DNS are noticed. Default: <c>S3_INTEGRATION_CONNECTION_LIFETIME_MS</c>, then
    /// 300 s.
    /// </summary>
    public TimeSpan? ConnectionLifetime { get => field ?? BasedOn?.ConnectionLifetime; init; }

    /// <summary>
    /// Whether connections are kept for further requests. Where the process is frozen between requests, as in AWS Lambda, kept ones
    /// would be dead. Default: <c>S3_INTEGRATION_KEEP_ALIVE</c>, then true.
    /// </summary>
    public bool? KeepAlive { get => field ?? BasedOn?.KeepAlive; init; }

    /// <summary>
    /// A PEM file with the certificates that servers' certificates have to lead to, in place of the system's. Default:
    /// <c>AWS_CA_BUNDLE</c>, the profile's <c>ca_bundle</c>, then the system's. It means nothing where <see cref="VerifyCertificates"/> is false.
    /// </summary>
    public string? CaBundle { get => field ?? BasedOn?.CaBundle; init; }

    /// <summary>
    /// Whether servers' certificates are verified. Code alone can switch that off, for tests: everybody on the way could read and
    /// change what is sent. The client warns of it. Default true.
    /// </summary>
    public bool? VerifyCertificates { get => field ?? BasedOn?.VerifyCertificates; init; }

    /// <summary>
    /// Whether keys that the caller provides for encryption (SSE-C) may travel over http, where everybody on the way can read them.
    /// Code alone can allow that, for test servers; else such a request is refused before anything is sent. Default false.
    /// </summary>
    public bool? AllowCustomerKeysOverHttp { get => field ?? BasedOn?.AllowCustomerKeysOverHttp; init; }

    /// <summary>
    /// What requests are sent through. Default: what <c>HTTPS_PROXY</c>, <c>http_proxy</c>, <c>ALL_PROXY</c> and <c>NO_PROXY</c> say, then
    /// the system's.
    /// </summary>
    public IWebProxy? Proxy { get => field ?? BasedOn?.Proxy; init; }
}
