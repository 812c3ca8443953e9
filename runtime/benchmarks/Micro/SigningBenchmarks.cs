using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using S3Gen.Runtime.Signing;

namespace S3Gen.Benchmarks.Micro;

/// <summary>Signing a GET, beside the hashes that it cannot do without: two SHA-256 and one HMAC over as many bytes.</summary>
[MemoryDiagnoser]
public class SigningBenchmarks
{
    private static readonly SigningCredentials Keys = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    private static readonly (string, string)[] Headers = [("x-amz-expected-bucket-owner", "123456789012")];

    private readonly SigV4Signer _signer = new();
    private readonly byte[] _canonical = new byte[420];
    private readonly byte[] _toSign = new byte[140];
    private readonly byte[] _key = new byte[32];
    private readonly char[] _authorization = new char[512];
    private readonly DateTimeOffset _time = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Benchmark(Baseline = true)]
    public byte HashesAlone()
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(_canonical, hash);
        HMACSHA256.HashData(_key, _toSign, hash);
        return hash[0];
    }

    [Benchmark]
    public int S3GenSignsGet()
    {
        SigningRequest request = new()
        {
            Method = "GET",
            Path = "/photos/2026/08/original-image.jpeg",
            Query = "x-id=GetObject",
            IsQueryCanonical = true,
            Host = "bucket.s3.eu-central-1.amazonaws.com",
            Headers = Headers,
            PayloadHash = PayloadHash.Empty,
            Credentials = Keys,
            Region = "eu-central-1",
            Service = "s3",
            Time = _time,
        };
        _signer.TrySign(request, _authorization, out int written);
        return written;
    }
}
