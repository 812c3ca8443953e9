using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace S3Gen.Integration.Selecting;

/// <summary>Messages of an event stream, as a server writes them.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTSelectObjectAppendix.html"/>
public static class EventFrames
{
    private const int PreludeLength = 12;
    private const byte StringType = 7;

    public static byte[] Records(string rows) => Write([(":message-type", "event"), (":event-type", "Records"), (":content-type", "application/octet-stream")], rows);

    public static byte[] Stats(long scanned, long returned) => Write(
        [(":message-type", "event"), (":event-type", "Stats"), (":content-type", "text/xml")],
        $"<Stats><BytesScanned>{scanned}</BytesScanned><BytesProcessed>{scanned}</BytesProcessed><BytesReturned>{returned}</BytesReturned></Stats>");

    public static byte[] KeepAlive() => Write([(":message-type", "event"), (":event-type", "Cont")], "");

    public static byte[] End() => Write([(":message-type", "event"), (":event-type", "End")], "");

    public static byte[] Error(string code, string message) => Write([(":message-type", "error"), (":error-code", code), (":error-message", message)], "");

    private static byte[] Write((string Name, string Value)[] headers, string payload)
    {
        byte[] head = [.. headers.SelectMany(static header => Header(header.Name, header.Value))];
        byte[] body = Encoding.UTF8.GetBytes(payload);
        byte[] frame = new byte[PreludeLength + head.Length + body.Length + sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), head.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32.HashToUInt32(frame.AsSpan(0, 8)));
        head.CopyTo(frame, PreludeLength);
        body.CopyTo(frame, PreludeLength + head.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(frame.Length - 4), Crc32.HashToUInt32(frame.AsSpan(0, frame.Length - 4)));
        return frame;
    }

    private static byte[] Header(string name, string value)
    {
        byte[] text = Encoding.UTF8.GetBytes(value);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), StringType, (byte)(text.Length >> 8), (byte)text.Length, .. text];
    }
}
