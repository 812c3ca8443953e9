using System.Buffers.Binary;
using System.IO.Hashing;

namespace S3Gen.Runtime.CodeGen;

/// <summary>
/// The frame of a message: total length, headers' length and CRC-32 of these two, then headers, payload, and CRC-32 of all before.
/// </summary>
internal static class EventFrame
{
    internal const int PreludeLength = 12;
    internal const int Overhead = PreludeLength + sizeof(uint);

    /// <summary>Longest headers that the format allows.</summary>
    private const int MaxHeadersLength = 128 * 1024;

    /// <summary>Longest message that the format allows: 16 MiB of payload, and headers.</summary>
    private const int MaxLength = (16 * 1024 * 1024) + MaxHeadersLength + Overhead;

    /// <summary>Checks a prelude.</summary>
    /// <returns>The length of the whole message.</returns>
    /// <exception cref="ResponseFormatException">Its CRC is wrong, or a length is out of bounds.</exception>
    internal static int ReadPrelude(ReadOnlySpan<byte> prelude)
    {
        if (Crc32.HashToUInt32(prelude[..8]) != BinaryPrimitives.ReadUInt32BigEndian(prelude[8..]))
        {
            throw new ResponseFormatException("The event stream is corrupt: the CRC of a message's prelude is wrong.");
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(prelude);
        uint headersLength = BinaryPrimitives.ReadUInt32BigEndian(prelude[4..]);
        if (length is < Overhead or > MaxLength || headersLength > Math.Min(length - Overhead, MaxHeadersLength))
        {
            throw new ResponseFormatException("The event stream is corrupt: a message's length is out of bounds.");
        }

        return (int)length;
    }

    /// <summary>Checks a complete message, headers included.</summary>
    /// <exception cref="ResponseFormatException">Its CRC is wrong, or a header is malformed.</exception>
    internal static EventMessage Read(ReadOnlySpan<byte> frame)
    {
        ReadOnlySpan<byte> content = frame[..^sizeof(uint)];
        if (Crc32.HashToUInt32(content) != BinaryPrimitives.ReadUInt32BigEndian(frame[content.Length..]))
        {
            throw new ResponseFormatException("The event stream is corrupt: the CRC of a message is wrong.");
        }

        int headersLength = BinaryPrimitives.ReadInt32BigEndian(frame[4..]);
        ReadOnlySpan<byte> headers = content.Slice(PreludeLength, headersLength);
        EventHeaderReader reader = new(headers);
        while (reader.TryRead())
        {
        }

        return new EventMessage(headers, content[(PreludeLength + headersLength)..]);
    }
}
