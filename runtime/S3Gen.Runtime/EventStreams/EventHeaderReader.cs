using System.Buffers.Binary;

namespace S3Gen.Runtime.CodeGen;

/// <summary>Walks over the headers of a message.</summary>
internal ref struct EventHeaderReader(ReadOnlySpan<byte> headers)
{
    private ReadOnlySpan<byte> _rest = headers;

    internal ReadOnlySpan<byte> Name { get; private set; }

    internal EventHeaderType Type { get; private set; }

    internal ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Reads the next header; false at the end.</summary>
    /// <exception cref="ResponseFormatException">A length points beyond the headers, or a type is unknown.</exception>
    internal bool TryRead()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        int nameLength = Take(1)[0];
        Name = Take(nameLength);
        Type = (EventHeaderType)Take(1)[0];
        int length = Type switch
        {
            EventHeaderType.True or EventHeaderType.False => 0,
            EventHeaderType.Byte => 1,
            EventHeaderType.Short => 2,
            EventHeaderType.Integer => 4,
            EventHeaderType.Long or EventHeaderType.Timestamp => 8,
            EventHeaderType.Uuid => 16,
            EventHeaderType.ByteArray or EventHeaderType.String => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            _ => throw new ResponseFormatException($"The event stream has a header of the unknown type {(byte)Type}."),
        };
        Value = Take(length);
        return true;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            throw new ResponseFormatException("The event stream has a header that is longer than its message says.");
        }

        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
