using System.Text;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Tests.Signing;

public sealed class ChunkSignerTests
{
    /// <summary>The example of the S3 API reference: 65 KiB of 'a' in chunks of 64 KiB.</summary>
    [Test]
    public void Documented_example_has_the_documented_signatures()
    {
        SigV4Signer signer = new();
        SigningRequest request = new()
        {
            Method = "PUT",
            Host = "s3.amazonaws.com",
            Path = "/examplebucket/chunkObject.txt",
            Headers =
            [
                ("content-encoding", "aws-chunked"), ("content-length", "66824"), ("x-amz-decoded-content-length", "66560"),
                ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
            ],
            PayloadHash = PayloadHash.Streaming,
            Credentials = new SigningCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
            Region = "us-east-1",
            Service = "s3",
            Time = new DateTimeOffset(2013, 5, 24, 0, 0, 0, TimeSpan.Zero),
        };
        string authorization = signer.Sign(request);
        ChunkSigner chunks = new(signer, request, authorization);
        byte[] data = new byte[64 * 1024];
        data.AsSpan().Fill((byte)'a');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(authorization, Does.EndWith("4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9"));
            Assert.That(Encoding.ASCII.GetString(chunks.Sign(data)), Is.EqualTo("ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648"));
            Assert.That(
                Encoding.ASCII.GetString(chunks.Sign(data.AsSpan(0, 1024))), Is.EqualTo("0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497"));
            Assert.That(Encoding.ASCII.GetString(chunks.Sign([])), Is.EqualTo("b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9"));
        }
    }

    /// <summary>The example of the S3 API reference with a trailing checksum.</summary>
    [Test]
    public void Documented_example_with_trailer_has_the_documented_signatures()
    {
        SigV4Signer signer = new();
        SigningRequest request = new()
        {
            Method = "PUT",
            Host = "s3.amazonaws.com",
            Path = "/examplebucket/chunkObject.txt",
            Headers =
            [
                ("content-encoding", "aws-chunked"), ("x-amz-decoded-content-length", "66560"),
                ("x-amz-storage-class", "REDUCED_REDUNDANCY"), ("x-amz-trailer", "x-amz-checksum-crc32c"),
            ],
            PayloadHash = PayloadHash.StreamingWithTrailer,
            Credentials = new SigningCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
            Region = "us-east-1",
            Service = "s3",
            Time = new DateTimeOffset(2013, 5, 24, 0, 0, 0, TimeSpan.Zero),
        };
        string authorization = signer.Sign(request);
        ChunkSigner chunks = new(signer, request, authorization);
        byte[] data = new byte[64 * 1024];
        data.AsSpan().Fill((byte)'a');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(authorization, Does.EndWith("106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e"));
            Assert.That(Encoding.ASCII.GetString(chunks.Sign(data)), Is.EqualTo("b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2"));
            Assert.That(
                Encoding.ASCII.GetString(chunks.Sign(data.AsSpan(0, 1024))), Is.EqualTo("1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7"));
            Assert.That(Encoding.ASCII.GetString(chunks.Sign([])), Is.EqualTo("2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992"));
            Assert.That(
                Encoding.ASCII.GetString(chunks.SignTrailer("x-amz-checksum-crc32c:sOO8/Q=="u8)), Is.EqualTo("d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435"));
        }
    }
}
