using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Signing;

namespace S3Gen.Runtime.Tests.EventStreams;

public sealed class EventStreamTests
{
    private static IEnumerable<TestCaseData> Cases => Vectors.Lines("vectors/eventstream.jsonl");

    [TestCaseSource(nameof(Cases))]
    public async Task Streams_are_read_as_the_vectors_say(JsonElement test)
    {
        byte[] bytes = Convert.FromBase64String(test.Text("stream_base64"));
        int[]? pieces = test.GetProperty("chunk_sizes").Deserialize<int[]>();
        List<string> events = [];
        Exception? failure = null;
        try
        {
            await foreach (JsonObject item in Open(new PiecewiseStream(bytes, pieces)))
            {
                events.Add(item.ToJsonString());
            }
        }
        catch (Exception exception) when (exception is ResponseFormatException or ReportedException)
        {
            failure = exception;
        }

        Assert.That(events, Is.EqualTo(test.GetProperty("events").EnumerateArray().Select(static item => JsonNode.Parse(item.GetRawText())!.ToJsonString())));
        AssertFailure(failure, test.GetProperty("error"));
    }

    [Test]
    public async Task Every_cut_and_every_flipped_byte_is_noticed()
    {
        byte[] whole = Convert.FromBase64String(((JsonElement)Cases.First().Arguments[0]!).Text("stream_base64"));
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] flipped = [.. whole];
            flipped[i] ^= 0x10;
            Assert.That(async () => await ReadAllAsync(whole[..i]), Throws.TypeOf<ResponseFormatException>(), $"cut to {i}");
            Assert.That(async () => await ReadAllAsync(flipped), Throws.TypeOf<ResponseFormatException>(), $"flipped {i}");
        }

        Assert.That(await ReadAllAsync(whole), Is.EqualTo(3));
    }

    [Test]
    public async Task Stream_is_enumerated_once_and_disposed_at_its_end()
    {
        PiecewiseStream stream = new(Convert.FromBase64String(((JsonElement)Cases.First().Arguments[0]!).Text("stream_base64")), null);
        await using EventStream<JsonObject> events = Open(stream);
        await foreach (JsonObject _ in events)
        {
            break;
        }

        Assert.That(stream.IsDisposed, Is.True);
        Assert.That(() => events.GetAsyncEnumerator(), Throws.InvalidOperationException);
    }

    [Test]
    public void Stream_that_was_disposed_is_not_read()
    {
        EventStream<JsonObject> events = Open(new PiecewiseStream([], null));
        events.Dispose();
        Assert.That(async () => await events.GetAsyncEnumerator().MoveNextAsync(), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Stream_without_a_terminal_event_may_end_between_messages()
    {
        await using EventStream<JsonObject> events = new(new MemoryStream(), Options(null));
        Assert.That(await events.GetAsyncEnumerator().MoveNextAsync(), Is.False);
    }

    private static async Task<int> ReadAllAsync(byte[] bytes)
    {
        int count = 0;
        await foreach (JsonObject _ in Open(new MemoryStream(bytes)))
        {
            count++;
        }

        return count;
    }

    private static void AssertFailure(Exception? failure, JsonElement expected)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.That(failure, Is.Null);
        }
        else if (expected.TryGetProperty("code", out JsonElement code))
        {
            Assert.That(failure, Is.TypeOf<ReportedException>());
            Assert.That(((ReportedException)failure!).Code, Is.EqualTo(code.GetString()));
            Assert.That(((ReportedException)failure).Text, Is.EqualTo(expected.GetProperty("message").GetString()));
        }
        else
        {
            string word = expected.TryGetProperty("incomplete", out _) ? "incomplete" : "corrupt";
            Assert.That(failure, Is.TypeOf<ResponseFormatException>().With.Message.Contains(word).Or.Message.Contains("longer than its message"));
        }
    }

    private static EventStream<JsonObject> Open(Stream stream) => new(stream, Options("End"));

    private static EventStreamOptions<JsonObject> Options(string? terminalEvent) => new()
    {
        ReadEvent = ReadEvent,
        CreateServiceException = static (code, message) => new ReportedException(code, message),
        TerminalEvent = terminalEvent,
    };

    private static JsonObject ReadEvent(string eventType, EventMessage message) => eventType switch
    {
        "Records" => new JsonObject { ["Records"] = new JsonObject { ["Payload"] = new JsonObject { ["$blob"] = Convert.ToBase64String(message.Payload) } } },
        "Stats" or "Progress" => new JsonObject { [eventType] = new JsonObject { ["Details"] = ReadDetails(message.Payload) } },
        "Cont" or "End" => new JsonObject { [eventType] = new JsonObject() },
        _ => new JsonObject { ["$unknown"] = eventType },
    };

    private static JsonObject ReadDetails(ReadOnlySpan<byte> xml)
    {
        JsonObject details = [];
        Utf8XmlReader reader = new(xml);
        reader.TryReadRoot(out _);
        while (reader.TryReadChild(out ReadOnlySpan<byte> name))
        {
            details[Encoding.UTF8.GetString(name)] = reader.ReadInt64();
        }

        reader.ReadEnd();
        return details;
    }

    private sealed class ReportedException(string code, string? text) : Exception
    {
        internal string Code => code;

        internal string? Text => text;
    }

    /// <summary>Gives its bytes in pieces of the given sizes, cycled.</summary>
    private sealed class PiecewiseStream(byte[] bytes, int[]? sizes) : MemoryStream(bytes)
    {
        private int _reads;

        internal bool IsDisposed { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int size = sizes is null ? buffer.Length : Math.Min(buffer.Length, sizes[_reads++ % sizes.Length]);
            return base.ReadAsync(buffer[..size], cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
