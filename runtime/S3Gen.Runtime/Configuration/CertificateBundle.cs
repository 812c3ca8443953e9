using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace S3Gen.Runtime.Configuration;

/// <summary>
/// Reads the certificates of a PEM file. That of a whole system takes some 25 ms, and clients and providers of one process have the same,
/// so the one that was read last is kept until its file is replaced.
/// </summary>
internal static class CertificateBundle
{
    private static volatile Bundle? _last;

    /// <exception cref="ArgumentException">The file cannot be used.</exception>
    internal static X509Certificate2Collection Read(string path)
    {
        Bundle bundle;
        try
        {
            FileStamp stamp = FileStamp.Of(path);
            bundle = _last is { } last && last.Stamp == stamp ? last : new Bundle(stamp, Import(path));
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"{nameof(ClientOptions.CaBundle)} '{path}' cannot be read: {e.Message}", e);
        }

        _last = bundle;
        return bundle.Certificates.Count > 0
            ? bundle.Certificates
            : throw new ArgumentException($"{nameof(ClientOptions.CaBundle)} '{path}' holds no certificate in PEM format");
    }

    private static X509Certificate2Collection Import(string path)
    {
        X509Certificate2Collection certificates = [];
        certificates.ImportFromPemFile(path);
        return certificates;
    }

    private sealed record Bundle(FileStamp Stamp, X509Certificate2Collection Certificates);
}
