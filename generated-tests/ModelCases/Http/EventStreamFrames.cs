using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.ModelCases.Http;

/// <summary>Writes events as frames of <c>application/vnd.amazon.eventstream</c>.</summary>
/// <seealso href="https://smithy.io/2.0/aws/amazon-eventstream.html"/>
public static class EventStreamFrames
{
    private const byte StringHeader = 7;

    /// <summary>One frame for each event: a union of <paramref name="union"/> with one member.</summary>
    public static ReadOnlyMemory<byte> Write(ListValue events, Shape union)
    {
        using MemoryStream stream = new();
        foreach (StructureValue item in events.Items.Cast<StructureValue>())
        {
            (string name, Value value) = item.Members.Single();
            (ReadOnlyMemory<byte> payload, string? contentType) = Payload((StructureValue)value, union.FindMember(name)!.Target);
            stream.Write(Frame([new(":message-type", "event"), new(":event-type", name), .. Header(":content-type", contentType)], payload).Span);
        }

        return stream.ToArray();
    }

    /// <summary>Prelude, headers, payload, each with its checksum.</summary>
    public static ReadOnlyMemory<byte> Frame(IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> payload)
    {
        byte[] header = [.. headers.SelectMany(EncodeHeader)];
        byte[] frame = new byte[12 + header.Length + payload.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), header.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32.HashToUInt32(frame.AsSpan(0, 8)));
        header.CopyTo(frame.AsSpan(12));
        payload.Span.CopyTo(frame.AsSpan(12 + header.Length));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(frame.Length - 4), Crc32.HashToUInt32(frame.AsSpan(0, frame.Length - 4)));
        return frame;
    }

    private static IEnumerable<KeyValuePair<string, string>> Header(string name, string? value) => value is null ? [] : [KeyValuePair.Create(name, value)];

    private static IEnumerable<byte> EncodeHeader(KeyValuePair<string, string> header)
    {
        byte[] name = Encoding.UTF8.GetBytes(header.Key);
        byte[] value = Encoding.UTF8.GetBytes(header.Value);
        return [(byte)name.Length, .. name, StringHeader, (byte)(value.Length >> 8), (byte)value.Length, .. value];
    }

    private static (ReadOnlyMemory<byte> Bytes, string? ContentType) Payload(StructureValue value, Shape shape)
    {
        if (shape.Members.FirstOrDefault(member => member.Traits.Has(Traits.EventPayload)) is not { } payload)
        {
            return shape.Members.Count == 0 ? (default, null) : (XmlBody.Write(RestXmlDocument.Structure(shape.Name, value, shape)), "text/xml");
        }

        return value[payload.Name] switch
        {
            BlobValue blob => (blob.Bytes, "application/octet-stream"),
            StructureValue structure => (XmlBody.Write(RestXmlDocument.Structure(payload.Target.Name, structure, payload.Target)), "text/xml"),
            _ => (default, null),
        };
    }
}
