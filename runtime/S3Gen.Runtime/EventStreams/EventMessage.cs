using System.Buffers.Binary;
using System.ComponentModel;
using System.Text;

namespace S3Gen.Runtime.CodeGen;

/// <summary>One message of a stream of type <c>application/vnd.amazon.eventstream</c>, checked, over the buffer that it was read into.</summary>
/// <seealso href="https://smithy.io/2.0/aws/amazon-eventstream.html"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct EventMessage
{
    private readonly ReadOnlySpan<byte> _headers;

    internal EventMessage(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> payload)
    {
        _headers = headers;
        Payload = payload;
    }

    /// <summary>The message's body.</summary>
    public ReadOnlySpan<byte> Payload { get; }

    /// <summary>Gives the value of a header that holds text.</summary>
    /// <param name="name">The header's name, case-sensitive.</param>
    /// <returns>Its value; null if the message lacks it or it is of another type.</returns>
    public string? GetString(ReadOnlySpan<byte> name) => TryFind(name, EventHeaderType.String, out ReadOnlySpan<byte> value) ? Encoding.UTF8.GetString(value) : null;

    /// <inheritdoc cref="GetString"/>
    public bool? GetBoolean(ReadOnlySpan<byte> name) => TryFind(name, EventHeaderType.True, out _) ? true : TryFind(name, EventHeaderType.False, out _) ? false : null;

    /// <inheritdoc cref="GetString"/>
    public sbyte? GetByte(ReadOnlySpan<byte> name) => TryFind(name, EventHeaderType.Byte, out ReadOnlySpan<byte> value) ? (sbyte)value[0] : null;

    /// <inheritdoc cref="GetString"/>
    public short? GetInt16(ReadOnlySpan<byte> name) => TryFind(name, EventHeaderType.Short, out ReadOnlySpan<byte> value) ? BinaryPrimitives.ReadInt16BigEndian(value) : null;

    /// <inheritdoc cref="GetString"/>
    public int? GetInt32(ReadOnlySpan<byte> name) => TryFind(name, EventHeaderType.Integer, out ReadOnlySpan<byte> value) ? BinaryPrimitives.ReadInt32BigEndian(value) : null;

    /// <inheritdoc cref="GetString"/>
    public long? GetInt64(ReadOnlySpan<byte> name) => TryFind(name, EventHeaderType.Long, out ReadOnlySpan<byte> value) ? BinaryPrimitives.ReadInt64BigEndian(value) : null;

    /// <inheritdoc cref="GetString"/>
    public byte[]? GetBlob(ReadOnlySpan<byte> name) => TryFind(name, EventHeaderType.ByteArray, out ReadOnlySpan<byte> value) ? value.ToArray() : null;

    /// <inheritdoc cref="GetString"/>
    /// <exception cref="ResponseFormatException">The time is out of the range of <see cref="DateTimeOffset"/>.</exception>
    public DateTimeOffset? GetTimestamp(ReadOnlySpan<byte> name)
    {
        if (!TryFind(name, EventHeaderType.Timestamp, out ReadOnlySpan<byte> value))
        {
            return null;
        }

        long milliseconds = BinaryPrimitives.ReadInt64BigEndian(value);
        return milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : throw new ResponseFormatException($"The header '{Encoding.UTF8.GetString(name)}' of an event is not a timestamp.");
    }

    private bool TryFind(ReadOnlySpan<byte> name, EventHeaderType type, out ReadOnlySpan<byte> value)
    {
        EventHeaderReader reader = new(_headers);
        while (reader.TryRead())
        {
            if (reader.Type == type && reader.Name.SequenceEqual(name))
            {
                value = reader.Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}
