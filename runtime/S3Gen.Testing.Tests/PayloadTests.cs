using System.Net;
using System.Security.Cryptography;
using System.Text;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class PayloadTests : ServerFixture
{
    private const string Signed = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private const string SignedTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    private const string UnsignedTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    private static readonly byte[] Data = RandomNumberGenerator.GetBytes(20_000);

    [Test]
    public async Task Signed_chunks_are_verified_and_decoded()
    {
        await ArrangeAsync(Put("k").Chunked(Signed, Data.Length, (signer, seed) => Chunks(signer, seed, "")));
        S3Answer answer = await SendAsync(Get("k"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Bytes, Is.EqualTo(Data));
            Assert.That(answer.Header("Content-Encoding"), Is.Null);
        }
    }

    [Test]
    public async Task Signed_chunk_that_was_altered_is_refused_and_nothing_is_stored()
    {
        S3Request request = Put("k").Chunked(Signed, Data.Length, (signer, seed) => Chunks(signer, seed, "", flipAt: 9_000));
        AssertError(await SendAsync(request), 403, "SignatureDoesNotMatch");
        Assert.That((await SendAsync(Get("k"))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Signed_trailer_is_verified()
    {
        S3Request good = Put("k").Header("x-amz-trailer", "x-amz-checksum-sha256");
        S3Request bad = Put("k").Header("x-amz-trailer", "x-amz-checksum-sha256");
        string trailer = "x-amz-checksum-sha256:" + Convert.ToBase64String(SHA256.HashData(Data));
        S3Answer accepted = await SendAsync(good.Chunked(SignedTrailer, Data.Length, (signer, seed) => Chunks(signer, seed, trailer)));
        S3Answer refused = await SendAsync(bad.Chunked(SignedTrailer, Data.Length, (signer, seed) => Chunks(signer, seed, trailer, trailerToSign: "x:y")));
        Assert.That(accepted.Status, Is.EqualTo(HttpStatusCode.OK), accepted.Text);
        AssertError(refused, 403, "SignatureDoesNotMatch");
    }

    [TestCase("CRC32", "x-amz-checksum-crc32", true)]
    [TestCase("SHA1", "x-amz-checksum-crc32", false)]
    [TestCase("ROT13", "x-amz-checksum-crc32", false)]
    [TestCase("CRC32", "x-amz-meta-none", false)]
    public async Task Algorithm_that_a_client_announces_is_that_of_the_checksum_it_sends(string algorithm, string header, bool isTaken)
    {
        S3Answer answer = await SendAsync(Put("k", "abcd").Header("x-amz-sdk-checksum-algorithm", algorithm).Header(header, "7YLNEQ=="));
        Assert.That(answer.Status, Is.EqualTo(isTaken ? HttpStatusCode.OK : HttpStatusCode.BadRequest), answer.Text);
    }

    [TestCase("7YLNEQ==", 200, null)]
    [TestCase("AAAAAA==", 400, "BadDigest")]
    [TestCase("AAAA", 400, "InvalidRequest")]
    public async Task Unsigned_trailer_carries_a_checksum_that_is_verified(string crc32, int status, string? code)
    {
        byte[] body = Encoding.ASCII.GetBytes($"4\r\nabcd\r\n0\r\nx-amz-checksum-crc32:{crc32}\r\n\r\n");
        S3Answer answer = await SendAsync(Put("k").Header("x-amz-trailer", "x-amz-checksum-crc32").Chunked(UnsignedTrailer, 4, (_, _) => body));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)answer.Status, Is.EqualTo(status), answer.Text);
            Assert.That(answer.ErrorCode, Is.EqualTo(code));
        }
    }

    [TestCase("4\r\nabcd\r\n0\r\n\r\n", "MalformedTrailerError", TestName = "Chunked_body_without_its_trailer_is_refused")]
    [TestCase("4\r\nabcdX\r\n0\r\nx-amz-checksum-crc32:7YLNEQ==\r\n\r\n", "InvalidRequest", TestName = "Chunked_body_with_a_wrong_size_is_refused")]
    [TestCase("4\r\nab", "IncompleteBody", TestName = "Chunked_body_that_ends_early_is_refused")]
    [TestCase("2\r\nab\r\n2\r\ncd\r\n0\r\nx-amz-checksum-crc32:7YLNEQ==\r\n\r\n", "InvalidChunkSizeError", TestName = "Chunked_body_of_small_chunks_is_refused")]
    public async Task Chunked_body_that_is_malformed(string body, string code)
    {
        S3Request request = Put("k").Header("x-amz-trailer", "x-amz-checksum-crc32").Chunked(UnsignedTrailer, 4, (_, _) => Encoding.ASCII.GetBytes(body));
        Assert.That((await SendAsync(request)).ErrorCode, Is.EqualTo(code));
    }

    [Test]
    public async Task Content_md5_is_verified()
    {
        S3Answer good = await SendAsync(Put("k", "body").Header("content-md5", Digests.Md5Base64("body")));
        S3Answer wrong = await SendAsync(Put("k", "body").Header("content-md5", Digests.Md5Base64("other")));
        S3Answer malformed = await SendAsync(Put("k", "body").Header("content-md5", "nonsense"));
        Assert.That(good.Status, Is.EqualTo(HttpStatusCode.OK));
        AssertError(wrong, 400, "BadDigest");
        AssertError(malformed, 400, "InvalidDigest");
    }

    // The check values of the CRC catalogue for "123456789"; xxHash from its reference implementation.
    [TestCase("crc32", "y/Q5Jg==")]
    [TestCase("crc32c", "4waSgw==")]
    [TestCase("crc64nvme", "rosUhgp5mIg=")]
    [TestCase("sha1", "98O8HYCOBHMq32eZZczDTKeuNEE=")]
    [TestCase("sha256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=")]
    [TestCase("md5", "JfnnlDI7RTiF9RgfG2JNCw==")]
    [TestCase("sha512", "2eZ2LdHI6vbWGzxhkvxAjU1tXxF20MKRabwk5xw/J0rSf81YEbMT1oH35V7ALXPUmclUVba1u1A6z1dPuo/+hQ==")]
    [TestCase("xxhash64", "jLhB20DmroM=")]
    public async Task Checksum_header_is_verified_stored_and_echoed(string algorithm, string value)
    {
        string header = "x-amz-checksum-" + algorithm;
        S3Answer put = await SendAsync(Put("k", "123456789").Header(header, value));
        S3Answer wrong = await SendAsync(Put("k", "12345678").Header(header, value));
        S3Answer get = await SendAsync(Get("k").Header("x-amz-checksum-mode", "ENABLED"));
        S3Answer plain = await SendAsync(Get("k"));
        AssertError(wrong, 400, "BadDigest");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.Header(header), Is.EqualTo(value));
            Assert.That(get.Header(header), Is.EqualTo(value));
            Assert.That(plain.Header(header), Is.Null);
        }
    }

    [TestCase("xxhash64", "70bbN1HY6Zk=")]
    [TestCase("xxhash3", "LQaABTjTlMI=")]
    [TestCase("xxhash128", "maoG0wFHmNhgAcMkRo1Jfw==")]
    public async Task Checksum_of_nothing_is_the_published_one(string algorithm, string value) =>
        Assert.That((await SendAsync(Put("k").Header("x-amz-checksum-" + algorithm, value))).Status, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task Crc_of_any_length_agrees_with_the_bitwise_definition()
    {
        foreach (int length in (int[])[0, 1, 7, 8, 9, 63, 1000])
        {
            S3Answer answer = await SendAsync(Put("k").Body(Data[..length]));
            Assert.That(answer.Header("x-amz-checksum-crc64nvme"), Is.EqualTo(Crc64Bitwise(Data.AsSpan(0, length))), $"{length} bytes");
        }
    }

    [Test]
    public async Task Error_before_a_big_body_is_read_leaves_the_client_well()
    {
        S3Request request = Request(HttpMethod.Put, "/no-such-bucket/k").Body(new byte[32 * 1024 * 1024]);
        AssertError(await SendAsync(request), 404, "NoSuchBucket");
        Assert.That((await SendAsync(Put("k", "next"))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Expect_100_continue_with_an_error_closes_the_connection()
    {
        HttpRequestMessage message = Request(HttpMethod.Put, "/no-such-bucket/k").Body(new byte[1024 * 1024]).Build();
        message.Headers.ExpectContinue = true;
        S3Answer answer = await SendAsync(message);
        AssertError(answer, 404, "NoSuchBucket");
        Assert.That(answer.Header("Connection"), Is.EqualTo("close"));
    }

    private static byte[] Chunks(RequestSigner signer, string seed, string trailer, int flipAt = -1, string? trailerToSign = null)
    {
        using MemoryStream body = new();
        string previous = seed;
        foreach (byte[] chunk in (byte[][])[Data[..8192], Data[8192..16384], Data[16384..], []])
        {
            previous = signer.SignChunk(previous, chunk);
            body.Write(Encoding.ASCII.GetBytes($"{chunk.Length:x};chunk-signature={previous}\r\n"));
            body.Write(chunk);
            body.Write(chunk.Length > 0 ? "\r\n"u8 : ""u8);
        }
        if (trailer.Length > 0)
        {
            string signature = signer.SignTrailer(previous, (trailerToSign ?? trailer) + "\n");
            body.Write(Encoding.ASCII.GetBytes($"{trailer}\r\nx-amz-trailer-signature:{signature}\r\n"));
        }
        body.Write("\r\n"u8);
        byte[] bytes = body.ToArray();
        if (flipAt >= 0)
        {
            bytes[flipAt] ^= 1;
        }
        return bytes;
    }

    private static string Crc64Bitwise(ReadOnlySpan<byte> data)
    {
        ulong crc = ulong.MaxValue;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0x9A6C9329AC4BC9B5;
            }
        }
        byte[] bytes = BitConverter.GetBytes(~crc);
        Array.Reverse(bytes);
        return Convert.ToBase64String(bytes);
    }
}
