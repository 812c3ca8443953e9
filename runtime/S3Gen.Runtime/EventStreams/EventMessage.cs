using System.ComponentModel;

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
    public string? GetString(ReadOnlySpan<byte> name)
    {
        EventHeaderReader reader = new(_headers);
        while (reader.TryRead())
        {
            if (reader.Type == EventHeaderReader.StringType && reader.Name.SequenceEqual(name))
            {
                return System.Text.Encoding.UTF8.GetString(reader.Value);
            }
        }

        return null;
    }
}
