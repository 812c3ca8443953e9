using System.Buffers.Binary;

namespace S3Gen.Runtime.CodeGen;

/// <summary>Walks over the headers of a message.</summary>
internal ref struct EventHeaderReader(ReadOnlySpan<byte> headers)
{
    internal const byte StringType = 7;
    private const byte ByteArrayType = 6;

    private ReadOnlySpan<byte> _rest = headers;

    internal ReadOnlySpan<byte> Name { get; private set; }

    internal byte Type { get; private set; }

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
        Type = Take(1)[0];
        int length = Type switch
        {
            0 or 1 => 0,
            2 => 1,
            3 => 2,
            4 => 4,
            5 or 8 => 8,
            9 => 16,
            ByteArrayType or StringType => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            _ => throw new ResponseFormatException($"The event stream has a header of the unknown type {Type}."),
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
