using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using S3Gen.ModelCases.Http;
using S3Gen.OtherServices.Obstacles;

namespace S3Gen.OtherServices.Tests;

/// <summary>Events whose members are headers of every type, a document, or bytes.</summary>
public sealed class EventTests
{
    [Test]
    public async Task An_event_has_members_in_its_headers_and_in_its_payload()
    {
        byte[] moved = Frame(
            "<Moved><from>a</from><to>b</to></Moved>",
            Text(":message-type", "event"),
            Text(":event-type", "moved"),
            Header("at", 8, Long(1500)),
            Header("count", 4, [0, 0, 0, 7]),
            Header("total", 5, Long(-1)),
            Header("final", 0, []),
            Header("mark", 6, [0, 2, 1, 2]),
            Text("state", "open"),
            Header("tiny", 2, [0xFF]),
            Header("small", 3, [1, 0]));
        byte[] beat = Frame("", Text(":message-type", "event"), Text(":event-type", "beat"));
        byte[] raw = Frame("bytes", Text(":message-type", "event"), Text(":event-type", "raw"), Text("label", "l"));
        (ObstacleCourseClient client, _) = ObstacleCourse.Answering(new WireResponse(200, [], (byte[])[.. moved, .. beat, .. raw]));
        await using (client)
        {
            await using WatchEventsResponse response = await client.WatchEventsAsync(new WatchEventsRequest());
            List<Events> events = [];
            await foreach (Events item in response.Events)
            {
                events.Add(item);
            }

            Moved first = events[0].Moved!;
            Assert.That(first.At, Is.EqualTo(DateTimeOffset.UnixEpoch.AddSeconds(1.5)));
            Assert.That((first.Count, first.Total, first.Final, first.Tiny, first.Small), Is.EqualTo(((int?)7, (long?)-1, (bool?)true, (sbyte?)-1, (short?)256)));
            Assert.That(first.Mark!.Value.ToArray(), Is.EqualTo(new byte[] { 1, 2 }));
            Assert.That(first.State, Is.EqualTo(State.Open));
            Assert.That((first.From, first.To), Is.EqualTo(("a", "b")));
            Assert.That(events[1].Beat, Is.Not.Null);
            Assert.That(Encoding.UTF8.GetString(events[2].Raw!.Bytes!.Value.Span), Is.EqualTo("bytes"));
            Assert.That(events[2].Raw!.Label, Is.EqualTo("l"));
        }
    }

    private static byte[] Long(long value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Text(string name, string value)
    {
        byte[] text = Encoding.UTF8.GetBytes(value);
        return Header(name, 7, [(byte)(text.Length >> 8), (byte)text.Length, .. text]);
    }

    private static byte[] Header(string name, byte type, byte[] value) => [(byte)name.Length, .. Encoding.UTF8.GetBytes(name), type, .. value];

    private static byte[] Frame(string payload, params byte[][] headers)
    {
        byte[] header = [.. headers.SelectMany(bytes => bytes)];
        byte[] body = Encoding.UTF8.GetBytes(payload);
        byte[] frame = new byte[16 + header.Length + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), header.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32.HashToUInt32(frame.AsSpan(0, 8)));
        header.CopyTo(frame.AsSpan(12));
        body.CopyTo(frame.AsSpan(12 + header.Length));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(frame.Length - 4), Crc32.HashToUInt32(frame.AsSpan(0, frame.Length - 4)));
        return frame;
    }
}
