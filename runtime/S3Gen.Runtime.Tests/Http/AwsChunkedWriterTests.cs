using System.Globalization;
using System.Text;
using CsCheck;
using S3Gen.Runtime.Checksums;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Tests.Http;

public sealed class AwsChunkedWriterTests
{
    [Test]
    public void Whatever_is_written_in_whatever_pieces_is_framed_in_the_length_that_was_announced() =>
        Gen.Select(Gen.Int[0, 200_000], Gen.Int[1, 90_000], Gen.Bool, Gen.Int[-1, 9]).Sample((length, piece, isSigned, kind) =>
        {
            byte[] content = new byte[length];
            new Random(length).NextBytes(content);
            ChecksumKind? trailer = kind < 0 ? null : (ChecksumKind)kind;

            byte[] sent = WriteAsync(content, piece, isSigned, trailer).GetAwaiter().GetResult();

            (byte[] read, string trailers) = Read(sent, isSigned);
            return sent.Length == AwsChunks.EncodedLength(length, isSigned, trailer)
                && read.AsSpan().SequenceEqual(content)
                && (trailer is not { } checksum || trailers.StartsWith($"{checksum.Header()}:{Checksum.ComputeBase64(checksum, content)}\r\n", StringComparison.Ordinal))
                && trailers.EndsWith("\r\n", StringComparison.Ordinal);
        });

    [Test]
    public void Example_of_the_S3_reference_has_its_length() =>
        Assert.That(AwsChunks.EncodedLength(66560, isSigned: true, trailer: null), Is.EqualTo(66824));

    private static async Task<byte[]> WriteAsync(byte[] content, int piece, bool isSigned, ChecksumKind? trailer)
    {
        using MemoryStream network = new();
        using AwsChunkedWriter writer = new(isSigned ? CreateSigner() : null, trailer);
        for (int start = 0; start < content.Length; start += piece)
        {
            await writer.WriteAsync(network, content.AsMemory(start, Math.Min(piece, content.Length - start)), CancellationToken.None);
        }

        await writer.CompleteAsync(network, CancellationToken.None);
        return network.ToArray();
    }

    private static ChunkSigner CreateSigner()
    {
        SigV4Signer signer = new();
        SigningRequest request = new()
        {
            Method = "PUT",
            Host = "s3.amazonaws.com",
            Path = "/key",
            PayloadHash = PayloadHash.Streaming,
            Credentials = new SigningCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
            Region = "us-east-1",
            Service = "s3",
            Time = new DateTimeOffset(2013, 5, 24, 0, 0, 0, TimeSpan.Zero),
        };
        return new ChunkSigner(signer, request, signer.Sign(request));
    }

    /// <summary>Takes the frames apart; what follows the empty chunk comes as text.</summary>
    private static (byte[] Content, string Trailer) Read(byte[] sent, bool isSigned)
    {
        using MemoryStream content = new();
        int at = 0;
        while (true)
        {
            int end = at + sent.AsSpan(at).IndexOf("\r\n"u8);
            string[] head = Encoding.ASCII.GetString(sent, at, end - at).Split(";chunk-signature=");
            Assert.That(head, Has.Length.EqualTo(isSigned ? 2 : 1));
            int size = int.Parse(head[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                return (content.ToArray(), Encoding.ASCII.GetString(sent, end + 2, sent.Length - end - 2));
            }

            content.Write(sent, end + 2, size);
            Assert.That(sent.AsSpan(end + 2 + size, 2).SequenceEqual("\r\n"u8), Is.True);
            at = end + 2 + size + 2;
        }
    }
}
