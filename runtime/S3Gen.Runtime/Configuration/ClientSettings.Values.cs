using System.Net;
using System.Security.Cryptography.X509Certificates;
using S3Gen.Runtime.Http;

namespace S3Gen.Runtime.Configuration;

internal sealed partial class ClientSettings
{
    internal TimeSpan ConnectTimeout { get; }

    internal TimeSpan ReadTimeout { get; }

    internal TimeSpan OperationTimeout { get; }

    internal TimeSpan SlowRequestThreshold { get; }

    internal int MaxRetries { get; }

    internal RetryMode RetryMode { get; }

    internal TimeSpan InitialBackoff { get; }

    internal TimeSpan MaxBackoff { get; }

    internal double BackoffMultiplier { get; }

    internal int MaxConnections { get; }

    internal TimeSpan IdleTimeout { get; }

    internal TimeSpan ConnectionLifetime { get; }

    internal bool KeepAlive { get; }

    /// <summary>Null for the system's.</summary>
    internal IWebProxy? Proxy { get; }

    internal string? CaBundle { get; }

    /// <summary>The certificates of <see cref="CaBundle"/>. They are read when something needs them, which takes many milliseconds.</summary>
    /// <exception cref="ArgumentException">The file cannot be used.</exception>
    internal X509Certificate2Collection? TrustedRoots => field ??= CaBundle is null || !File.Exists(CaBundle) ? null : CertificateBundle.Read(CaBundle);

    /// <summary>All requests go to an endpoint without TLS.</summary>
    internal bool IsCleartext => EndpointUrl?.Scheme == Uri.UriSchemeHttp && Options.EndpointResolver is null;

    internal bool VerifyCertificates { get; }

    internal bool AllowCustomerKeysOverHttp { get; }

    internal long MultipartThreshold { get; }

    internal long MultipartPartSize { get; }

    internal int MultipartConcurrency { get; }

    /// <inheritdoc cref="ClientOptions.BufferSize"/>
    internal int BufferSize { get; }

    /// <inheritdoc cref="ClientOptions.ChunkedEncoding"/>
    internal ChunkedEncoding ChunkedEncoding { get; }

    /// <summary>By default AWS gets checksums wherever it takes them, and other stores, many of which know none, where they must be.</summary>
    internal ChecksumPolicy RequestChecksumCalculation { get; }

    /// <inheritdoc cref="RequestChecksumCalculation"/>
    internal ChecksumPolicy ResponseChecksumValidation { get; }

    internal bool DisableRequestCompression { get; }

    internal int RequestMinCompressionSize { get; }

    internal bool UseInstanceMetadata { get; }

    internal MetadataServiceSettings MetadataService { get; }

    /// <summary>A bundle that cannot be used is a fault among the others, unless nothing needs it.</summary>
    private void CheckRoots(SettingsReader reader)
    {
        if (!IsCleartext)
        {
            try
            {
                _ = TrustedRoots;
            }
            catch (ArgumentException e)
            {
                reader.Check(false, e.Message);
            }
        }
    }

    /// <summary>A proxy that cannot be understood is a fault among the others.</summary>
    private IWebProxy? FindProxy(SettingsReader reader)
    {
        try
        {
            return Options.Proxy ?? EnvironmentProxy.Find(Options.Environment);
        }
        catch (FormatException e)
        {
            reader.Check(false, $"{nameof(ClientOptions.Proxy)}, from {e.Message}");
            return null;
        }
    }
}
