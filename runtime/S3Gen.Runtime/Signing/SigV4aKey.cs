using System.Security.Cryptography;

namespace S3Gen.Runtime.Signing;

/// <summary>The asymmetric key of one access key. It holds for every day, region and service.</summary>
internal sealed class SigV4aKey : IDisposable
{
    /// <summary>The longest signature: two integers of 33 bytes in DER.</summary>
    internal const int MaxSignatureSize = 72;

    private readonly Lock _gate = new();
    private readonly ECDsa _key;
    private readonly SigningCredentials _credentials;

    internal SigV4aKey(SigningCredentials credentials)
    {
        _credentials = credentials;
        byte[] scalar = new byte[SigV4aKeyDerivation.KeySize];
        try
        {
            SigV4aKeyDerivation.Derive(credentials.AccessKeyId, credentials.SecretAccessKey, scalar);
            PublicPoint = P256.PublicPoint(scalar);
            _key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar, Q = PublicPoint });
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scalar);
        }
    }

    /// <summary>What verifies the signatures.</summary>
    internal ECPoint PublicPoint { get; }

    /// <summary>Signs the SHA-256 of a text. <see cref="ECDsa"/> is not thread-safe, so that one signature waits for another.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">Where the DER signature goes, <see cref="MaxSignatureSize"/> bytes.</param>
    /// <returns>The signature's length.</returns>
    internal int Sign(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        lock (_gate)
        {
            _key.TrySignHash(hash, destination, DSASignatureFormat.Rfc3279DerSequence, out int written);
            return written;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _key.Dispose();
        }
    }

    internal bool IsOf(SigningCredentials credentials) =>
        _credentials.AccessKeyId == credentials.AccessKeyId && _credentials.SecretAccessKey.Matches(credentials.SecretAccessKey);
}
