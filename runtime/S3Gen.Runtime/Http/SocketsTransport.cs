using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Logging;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime.Http;

/// <summary>The client's own connections: a pool for each host, HTTP/1.1, TLS 1.2 or later, nothing done behind the client's back.</summary>
internal sealed class SocketsTransport : IHttpTransport
{
    private readonly HttpMessageInvoker _invoker;

    internal SocketsTransport(ClientSettings settings) => _invoker = new HttpMessageInvoker(CreateHandler(settings), disposeHandler: true);

    /// <summary>A transport whose connections are counted.</summary>
    internal SocketsTransport(ClientSettings settings, ConnectionPools pools, ILogger logger)
    {
        SocketsHttpHandler handler = CreateHandler(settings, settings.IsCleartext);
        handler.ConnectCallback = (context, cancellationToken) => CountedConnection.ConnectAsync(context, pools, logger, cancellationToken);
        _invoker = new HttpMessageInvoker(handler, disposeHandler: true);
    }

    public ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new(_invoker.SendAsync(request, cancellationToken));

    public void Dispose() => _invoker.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <param name="settings">The client's settings.</param>
    /// <param name="isCleartext">No host is asked over TLS, so that nothing has to be ready for that.</param>
    internal static SocketsHttpHandler CreateHandler(ClientSettings settings, bool isCleartext = false)
    {
        SocketsHttpHandler handler = new()
        {
            // Trace headers would be sent unsigned to a service that ignores them, and tell it what is not its business.
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            UseCookies = false,
            Credentials = null,
            PreAuthenticate = false,
            ConnectTimeout = settings.ConnectTimeout,
            PooledConnectionIdleTimeout = settings.IdleTimeout,
            PooledConnectionLifetime = settings.KeepAlive ? settings.ConnectionLifetime : TimeSpan.Zero,
            MaxConnectionsPerServer = settings.MaxConnections,

            // S3 takes and other stores give user metadata in UTF-8; the defaults would refuse the one and garble the other.
            RequestHeaderEncodingSelector = static (_, request) =>
            {
                (request as AttemptRequest)?.OnWriting();
                return Encoding.UTF8;
            },
            ResponseHeaderEncodingSelector = static (_, request) =>
            {
                (request as AttemptRequest)?.OnReading();
                return Encoding.UTF8;
            },
        };
        if (settings.Proxy is { } proxy)
        {
            handler.Proxy = proxy;
        }

        if (!isCleartext || handler.Proxy is not null)
        {
            Secure(handler.SslOptions, settings);
        }

        return handler;
    }

    [SuppressMessage("Security", "CA5359", Justification = "Only where code asks for it, and the client warns of it.")]
    private static void Secure(SslClientAuthenticationOptions options, ClientSettings settings)
    {
        options.EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        if (!settings.VerifyCertificates)
        {
            options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        }
        else if (settings.TrustedRoots is { } roots)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(roots);
        }
    }
}
