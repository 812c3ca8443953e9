using System.Globalization;
using S3Gen.Runtime.Checksums;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Http;

/// <summary>
/// The form of a body that is sent as <c>aws-chunked</c>: pieces of 64 KiB, each behind its length and, if signed, its signature; an
/// empty piece; then a checksum, if there is one, as trailer. All lengths are known beforehand, for the service wants Content-Length.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html"/>
internal static class AwsChunks
{
    /// <summary>Bytes of the body in every piece but the last; S3 wants at least 8 KiB.</summary>
    internal const int DataSize = 64 * 1024;

    internal const string Encoding = "aws-chunked";

    /// <summary>Longest text before the bytes of a piece.</summary>
    internal const int MaxHeadSize = 8 + 17 + SigV4Signer.SignatureLength + 2;

    private const int LineEnd = 2;

    internal static ReadOnlySpan<byte> SignatureLabel => ";chunk-signature="u8;

    internal static ReadOnlySpan<byte> TrailerSignatureLabel => "x-amz-trailer-signature:"u8;

    /// <summary>Length of the whole body as it is sent.</summary>
    /// <param name="length">Length of the content.</param>
    /// <param name="isSigned">Whether the pieces are signed.</param>
    /// <param name="trailer">The checksum behind them; null if there is none.</param>
    internal static long EncodedLength(long length, bool isSigned, ChecksumKind? trailer)
    {
        (long whole, long rest) = Math.DivRem(length, DataSize);
        long encoded = (whole * SizeOf(DataSize, isSigned)) + (rest > 0 ? SizeOf((int)rest, isSigned) : 0);
        return encoded + HeadSize(0, isSigned) + (trailer is { } kind ? TrailerSize(kind, isSigned) : 0) + LineEnd;
    }

    /// <summary>Writes what goes before the bytes of a piece.</summary>
    /// <returns>Its length.</returns>
    internal static int WriteHead(int dataLength, ReadOnlySpan<byte> signature, Span<byte> destination)
    {
        dataLength.TryFormat(destination, out int written, "x", CultureInfo.InvariantCulture);
        if (!signature.IsEmpty)
        {
            SignatureLabel.CopyTo(destination[written..]);
            written += SignatureLabel.Length;
            signature.CopyTo(destination[written..]);
            written += signature.Length;
        }

        "\r\n"u8.CopyTo(destination[written..]);
        return written + LineEnd;
    }

    /// <summary>The trailer's name and value as they are sent, without the end of the line.</summary>
    internal static byte[] TrailerLine(ChecksumKind kind, string value) => System.Text.Encoding.ASCII.GetBytes($"{kind.Header()}:{value}");

    private static int SizeOf(int dataLength, bool isSigned) => HeadSize(dataLength, isSigned) + dataLength + LineEnd;

    private static int HeadSize(int dataLength, bool isSigned)
    {
        int digits = Math.Max(1, (35 - System.Numerics.BitOperations.LeadingZeroCount((uint)dataLength)) / 4);
        return digits + (isSigned ? SignatureLabel.Length + SigV4Signer.SignatureLength : 0) + LineEnd;
    }

    private static int TrailerSize(ChecksumKind kind, bool isSigned)
    {
        int line = kind.Header().Length + 1 + ((kind.Size() + 2) / 3 * 4) + LineEnd;
        return isSigned ? line + TrailerSignatureLabel.Length + SigV4Signer.SignatureLength + LineEnd : line;
    }
}
