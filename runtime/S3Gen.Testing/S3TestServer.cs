using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using S3Gen.Testing.Server;

namespace S3Gen.Testing;

/// <summary>
/// An S3 server inside the current process: real sockets on loopback, objects in memory. It verifies Signature Version 4,
/// payload hashes and checksums the way S3 does, and answers what it does not implement with <c>501 NotImplemented</c>.
/// </summary>
/// <remarks>
/// Buckets are reached in path style (<c>http://127.0.0.1:port/bucket/key</c>) and, by the <c>Host</c> header, in virtual-hosted
/// style (<c>bucket.s3.localhost</c>, <c>bucket.localhost</c>). Directory buckets (S3 Express One Zone) are there too, with sessions that last
/// five minutes. All members may be used from several threads.
/// </remarks>
public sealed class S3TestServer : IAsyncDisposable
{
    private readonly KestrelServer _kestrel;
    private readonly S3Application _application;
    private readonly S3TestServerOptions _options;

    private S3TestServer(KestrelServer kestrel, S3Application application, S3TestServerOptions options, Uri endpoint, X509Certificate2? certificate)
    {
        Certificate = certificate;
        _kestrel = kestrel;
        _application = application;
        _options = options;
        Endpoint = endpoint;
    }

    /// <summary>Where the server listens: <c>http://127.0.0.1:port</c>, or <c>https://</c> with <see cref="S3TestServerOptions.UseTls"/>.</summary>
    public Uri Endpoint { get; }

    /// <summary>The access key id that requests must be signed with.</summary>
    public string AccessKeyId => _options.AccessKeyId;

    /// <summary>The secret that requests must be signed with.</summary>
    public string SecretAccessKey => _options.SecretAccessKey;

    /// <summary>The region that requests must be signed for.</summary>
    public string Region => _options.Region;

    /// <summary>
    /// The certificate of a server with <see cref="S3TestServerOptions.UseTls"/>, for clients to trust; else <see langword="null"/>. It is its own
    /// authority: <see cref="X509Certificate2.ExportCertificatePem"/> gives what other tools take as a file of authorities. Disposed with the server.
    /// </summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>The rules by which the server misbehaves.</summary>
    public FaultRules Faults => _application.Faults;

    /// <summary>How many requests have arrived since the start, refused ones included.</summary>
    public long RequestCount => _application.RequestCount;

    /// <summary>Starts a server with no buckets.</summary>
    /// <param name="options">Port, credentials, region and clock; <see langword="null"/> takes the defaults.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>A server that accepts connections; dispose it to stop.</returns>
    /// <exception cref="ArgumentException">An option is empty or out of range.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<S3TestServer> StartAsync(S3TestServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new S3TestServerOptions();
        options.Validate();
        // In a process's first start most of the time goes into code that is compiled and libraries that are loaded: both go on at once.
        Task<X509Certificate2>? certifying = options.UseTls ? Task.Run(() => TestCertificate.Create(TimeProvider.System.GetUtcNow()), CancellationToken.None) : null;
        S3Application application = new(options);
        KestrelServer kestrel = LoopbackKestrel.Create(options.Port, certifying);
        try
        {
            await kestrel.StartAsync<HttpContext>(application, cancellationToken).ConfigureAwait(false);
            X509Certificate2? certificate = certifying is null ? null : await certifying.ConfigureAwait(false);
            return new S3TestServer(kestrel, application, options, LoopbackKestrel.EndpointOf(kestrel), certificate);
        }
        catch
        {
            kestrel.Dispose();
            if (certifying is not null)
            {
                (await certifying.ConfigureAwait(false)).Dispose();
            }
            throw;
        }
    }

    /// <summary>Stops listening, ends the open connections and forgets all objects.</summary>
    /// <returns>A task that ends when the port is free again.</returns>
    public async ValueTask DisposeAsync()
    {
        // A cancelled token makes Kestrel abort idle keep-alive connections at once instead of waiting for their clients.
        await _kestrel.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        _kestrel.Dispose();
        Certificate?.Dispose();
    }
}
