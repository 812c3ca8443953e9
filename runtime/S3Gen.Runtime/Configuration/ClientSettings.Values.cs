using System.Net;
using System.Security.Cryptography.X509Certificates;
using S3Gen.Runtime.Http;

namespace S3Gen.Runtime.Configuration;

internal sealed partial class ClientSettings
{
    internal TimeSpan ConnectTimeout { get; private set; }

    internal TimeSpan ReadTimeout { get; private set; }

    internal TimeSpan OperationTimeout { get; private set; }

    internal TimeSpan SlowRequestThreshold { get; private set; }

    internal int MaxRetries { get; private set; }

    internal RetryMode RetryMode { get; private set; }

    internal TimeSpan InitialBackoff { get; private set; }

    internal TimeSpan MaxBackoff { get; private set; }

    internal double BackoffMultiplier { get; private set; }

    internal int MaxConnections { get; private set; }

    internal TimeSpan IdleTimeout { get; private set; }

    internal TimeSpan ConnectionLifetime { get; private set; }

    internal bool KeepAlive { get; private set; }

    /// <summary>Null for the system's.</summary>
    internal IWebProxy? Proxy { get; private set; }

    internal string? CaBundle { get; private set; }

    /// <summary>The certificates of <see cref="CaBundle"/>. They are read when something needs them, which takes many milliseconds.</summary>
    /// <exception cref="ArgumentException">The file cannot be used.</exception>
    internal X509Certificate2Collection? TrustedRoots => field ??= CaBundle is null || !File.Exists(CaBundle) ? null : CertificateBundle.Read(CaBundle);

    /// <summary>All requests go to an endpoint without TLS.</summary>
    internal bool IsCleartext => EndpointUrl?.Scheme == Uri.UriSchemeHttp && Options.EndpointResolver is null;

    internal bool VerifyCertificates { get; private set; }

    internal bool AllowCustomerKeysOverHttp { get; private set; }

    internal long MultipartThreshold { get; private set; }

    internal long MultipartPartSize { get; private set; }

    internal int MultipartConcurrency { get; private set; }

    /// <inheritdoc cref="ClientOptions.BufferSize"/>
    internal int BufferSize { get; private set; }

    /// <inheritdoc cref="ClientOptions.ChunkedEncoding"/>
    internal ChunkedEncoding ChunkedEncoding { get; private set; }

    /// <summary>By default AWS gets checksums wherever it takes them, and other stores, many of which know none, where they must be.</summary>
    internal ChecksumPolicy RequestChecksumCalculation { get; private set; }

    /// <inheritdoc cref="RequestChecksumCalculation"/>
    internal ChecksumPolicy ResponseChecksumValidation { get; private set; }

    internal bool DisableRequestCompression { get; private set; }

    internal int RequestMinCompressionSize { get; private set; }

    internal bool UseInstanceMetadata { get; private set; }

    internal MetadataServiceSettings MetadataService { get; private set; } = MetadataServiceSettings.Default;

    private void ReadTimes(SettingsReader reader)
    {
        ConnectTimeout = reader.Read(TimeSettings.ConnectTimeout);
        ReadTimeout = reader.Read(TimeSettings.ReadTimeout);
        OperationTimeout = reader.Read(TimeSettings.OperationTimeout);
        SlowRequestThreshold = reader.Read(TimeSettings.SlowRequestThreshold);
        MaxRetries = reader.Read(TimeSettings.MaxRetries);
        RetryMode = reader.Read(TimeSettings.RetryMode);
        InitialBackoff = reader.Read(TimeSettings.InitialBackoff);
        MaxBackoff = reader.Read(TimeSettings.MaxBackoff);
        BackoffMultiplier = reader.Read(TimeSettings.BackoffMultiplier);
    }

    private void ReadConnections(SettingsReader reader)
    {
        MaxConnections = reader.Read(ConnectionSettings.MaxConnections);
        IdleTimeout = reader.Read(ConnectionSettings.IdleTimeout);
        ConnectionLifetime = reader.Read(ConnectionSettings.ConnectionLifetime);
        KeepAlive = reader.Read(ConnectionSettings.KeepAlive);
        ReadProxy(reader);
        CaBundle = reader.Read(ConnectionSettings.CaBundle);
        VerifyCertificates = reader.Read(ConnectionSettings.VerifyCertificates);
        AllowCustomerKeysOverHttp = reader.Read(ConnectionSettings.AllowCustomerKeysOverHttp);
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

    private void ReadProxy(SettingsReader reader)
    {
        try
        {
            Proxy = Options.Proxy ?? EnvironmentProxy.Find(Options.Environment);
        }
        catch (FormatException e)
        {
            reader.Check(false, $"{nameof(ClientOptions.Proxy)}, from {e.Message}");
        }
    }

    private void ReadTransfers(SettingsReader reader)
    {
        MultipartThreshold = reader.Read(TransferSettings.MultipartThreshold);
        MultipartPartSize = reader.Read(TransferSettings.MultipartPartSize);
        MultipartConcurrency = reader.Read(TransferSettings.MultipartConcurrency);
        BufferSize = reader.Read(TransferSettings.BufferSize);
        DisableRequestCompression = reader.Read(CompressionSettings.DisableRequestCompression);
        RequestMinCompressionSize = reader.Read(CompressionSettings.RequestMinCompressionSize);
        ChecksumPolicy usual = EndpointUrl is null ? ChecksumPolicy.WhenSupported : ChecksumPolicy.WhenRequired;
        ChunkedEncoding = reader.Read(
            TransferSettings.ChunkedEncoding, EndpointUrl is null ? ChunkedEncoding.WhenSupported : ChunkedEncoding.WhenRequired);
        RequestChecksumCalculation = reader.Read(TransferSettings.RequestChecksumCalculation, usual);
        ResponseChecksumValidation = reader.Read(TransferSettings.ResponseChecksumValidation, usual);
    }

    private void ReadMetadata(SettingsReader reader)
    {
        UseInstanceMetadata = reader.Read(MetadataSettings.UseInstanceMetadata);
        MetadataService = MetadataServiceSettings.Read(reader);
    }
}
