using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using S3Gen.Generator.Diagnostics;

namespace S3Gen.Generator.Reading;

/// <summary>Where the values of a JSON document stand: properties at their name, items of arrays at their beginning.</summary>
internal sealed class JsonPositions
{
    /// <summary>Deep enough for a property of a trait of a member; rule sets go deeper and are not pointed into.</summary>
    private const int Deepest = 8;

    private readonly Dictionary<string, long> _offsets = [];
    private readonly SourceText _text;
    private readonly byte[] _utf8;

    private JsonPositions(SourceText text)
    {
        _text = text;
        _utf8 = Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Walks a document; what is malformed ends the walk, and positions before it are known.</summary>
    public static JsonPositions Of(SourceText text, int maxDepth)
    {
        JsonPositions positions = new(text);
        Utf8JsonReader reader = new(positions._utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            reader.Read();
            positions.Walk(ref reader, string.Empty, 0);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return positions;
        }

        return positions;
    }

    /// <summary>A byte offset as a place in the text.</summary>
    public static SourcePosition Locate(SourceText text, byte[] utf8, long byteOffset)
    {
        int offset = Math.Min(text.Length, Encoding.UTF8.GetCharCount(utf8, 0, (int)Math.Min(byteOffset, utf8.Length)));
        LinePosition position = text.Lines.GetLinePosition(offset);
        return new SourcePosition(offset, position.Line, position.Character);
    }

    public bool Has(string[] path) => _offsets.ContainsKey(Key(path, path.Length));

    public SourcePosition Find(string[] path)
    {
        for (int length = path.Length; length > 0; length--)
        {
            if (_offsets.TryGetValue(Key(path, length), out long offset))
            {
                return Locate(_text, _utf8, offset);
            }
        }

        return default;
    }

    private static string Key(string[] path, int length) => string.Concat(path.Take(length).Select(name => "\n" + name));

    private void Walk(ref Utf8JsonReader reader, string path, int depth)
    {
        if (depth == Deepest || reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            reader.Skip();
            return;
        }

        bool isArray = reader.TokenType == JsonTokenType.StartArray;
        for (int index = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); index++)
        {
            string child = path + "\n" + (isArray ? index.ToString(System.Globalization.CultureInfo.InvariantCulture) : reader.GetString());
            if (!_offsets.ContainsKey(child))
            {
                _offsets.Add(child, reader.TokenStartIndex);
            }

            if (!isArray)
            {
                reader.Read();
            }

            Walk(ref reader, child, depth + 1);
        }
    }
}
