using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace S3Gen.Runtime.Tests.Support;

/// <summary>A certificate authority of the tests' own, and the certificate that it gave to 127.0.0.1.</summary>
internal static class TestCertificates
{
    private static readonly DateTimeOffset From = DateTimeOffset.UtcNow.AddDays(-1);
    private static readonly DateTimeOffset To = DateTimeOffset.UtcNow.AddDays(30);

    public static X509Certificate2 Authority { get; } = CreateAuthority();

    public static X509Certificate2 Loopback { get; } = CreateLoopback();

    /// <summary>A bundle with the authority alone.</summary>
    public static string BundlePath { get; } = Write("s3gen-ca.pem", Authority.ExportCertificatePem());

    /// <summary>A bundle with an authority that has given nobody a certificate.</summary>
    public static string OtherBundlePath { get; } = Write("other-ca.pem", CreateAuthority().ExportCertificatePem());

    public static string Write(string name, string text)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("s3gen-pem").FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static X509Certificate2 CreateAuthority()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=S3Gen tests", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(From, To);
    }

    private static X509Certificate2 CreateLoopback()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.Create(Authority, From, To.AddDays(-1), [1, 2, 3]);
        using X509Certificate2 withKey = certificate.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }
}
