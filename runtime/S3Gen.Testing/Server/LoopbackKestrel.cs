using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace S3Gen.Testing.Server;

/// <summary>Kestrel without a host around it: no configuration, no logging, no dependency injection, hence a start in milliseconds.</summary>
internal static class LoopbackKestrel
{
    internal static KestrelServer Create(int port, Task<X509Certificate2>? certifying)
    {
        KestrelServerOptions options = new() { AddServerHeader = false, AllowSynchronousIO = false };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        // Latin-1 keeps the bytes of a header as they came, and a signature is over bytes.
        options.RequestHeaderEncodingSelector = static _ => Encoding.Latin1;
        options.ResponseHeaderEncodingSelector = static _ => Encoding.Latin1;
        // TLS takes its logging and its metrics from a container; plain HTTP starts without one.
        options.ApplicationServices = certifying is null ? options.ApplicationServices : KestrelServices.Create();
        options.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (certifying is not null)
            {
                listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = HandshakeOf(certifying) });
            }
        });
        SocketTransportFactory sockets = new(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        return new KestrelServer(Options.Create(options), sockets, NullLoggerFactory.Instance);
    }

    /// <summary>
    /// The certificate is made and prepared beside the start, since the platform reads the machine's store of authorities for that; the first
    /// connections wait for it.
    /// </summary>
    private static Func<TlsHandshakeCallbackContext, ValueTask<SslServerAuthenticationOptions>> HandshakeOf(Task<X509Certificate2> certifying)
    {
        Task<SslStreamCertificateContext> preparing = Task.Run(async () =>
            SslStreamCertificateContext.Create(await certifying.ConfigureAwait(false), additionalCertificates: null, offline: true));
        // A server that is disposed before that leaves a certificate that is gone, and nobody who asks for it.
        _ = preparing.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return async context => new SslServerAuthenticationOptions
        {
            ServerCertificateContext = await preparing.WaitAsync(context.CancellationToken).ConfigureAwait(false),
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        };
    }

    internal static Uri EndpointOf(KestrelServer kestrel) =>
        new(kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
