using System.Reflection;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.ModelCases.TypedValues;

/// <summary>Reads what a response streams: the bytes of a blob, or the events of an event stream.</summary>
public static class StreamReading
{
    private static readonly MethodInfo CollectMethod = typeof(StreamReading).GetMethod(nameof(CollectAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Reads a whole response: its members, and the streams among them to their ends.</summary>
    public static async Task<StructureValue> ReadAllAsync(object response, Shape output)
    {
        StructureValue value = TypedReader.Read(response, output);
        foreach (Member member in output.Members)
        {
            object? streamed = GeneratedTypes.Property(response.GetType(), member).GetValue(response);
            value = streamed switch
            {
                Stream stream => value.With(member.Name, new BlobValue(await ReadBytesAsync(stream).ConfigureAwait(false))),
                not null when member.Target.IsEventStream => value.With(member.Name, await ReadEventsAsync(streamed, member.Target).ConfigureAwait(false)),
                _ => value,
            };
        }

        return value;
    }

    private static async Task<byte[]> ReadBytesAsync(Stream stream)
    {
        using MemoryStream bytes = new();
        await stream.CopyToAsync(bytes).ConfigureAwait(false);
        return bytes.ToArray();
    }

    /// <summary>The events in their order, each a union.</summary>
    private static async Task<ListValue> ReadEventsAsync(object events, Shape union)
    {
        Type sequence = events.GetType().GetInterfaces().Single(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
        Task<List<object>> collected = (Task<List<object>>)CollectMethod.MakeGenericMethod(sequence.GetGenericArguments()).Invoke(null, [events])!;
        return new ListValue([.. (await collected.ConfigureAwait(false)).Select(item => TypedReader.Read(item, union))]);
    }

    private static async Task<List<object>> CollectAsync<T>(IAsyncEnumerable<T> events)
        where T : notnull
    {
        List<object> all = [];
        await foreach (T item in events.ConfigureAwait(false))
        {
            all.Add(item);
        }

        return all;
    }
}
