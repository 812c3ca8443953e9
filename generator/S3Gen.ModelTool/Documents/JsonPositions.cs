using System.Text;
using System.Text.Json;

namespace S3Gen.ModelTool.Documents;

/// <summary>Where each value of a JSON text stands, by its JSON pointer (RFC 6901).</summary>
internal sealed class JsonPositions
{
    private readonly Dictionary<string, long> _offsets = new(StringComparer.Ordinal);
    private readonly byte[] _text;
    private readonly List<int> _lineStarts = [0];

    private JsonPositions(byte[] text)
    {
        _text = text;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == (byte)'\n')
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    /// <summary>Reads all of the text; malformed JSON and a name that is given twice are faults.</summary>
    public static JsonPositions Read(string file, byte[] text)
    {
        JsonPositions result = new(text);
        Utf8JsonReader reader = new(text);
        try
        {
            reader.Read();
            result.ReadValue(file, ref reader, "");
            reader.Read();
        }
        catch (JsonException e)
        {
            int line = (int)(e.LineNumber ?? 0);
            long offset = line < result._lineStarts.Count ? result._lineStarts[line] + (e.BytePositionInLine ?? 0) : text.Length;
            string reason = e.Message.Split(" LineNumber:")[0];
            throw new ModelException(file, result.At(offset), $"malformed JSON: {reason}");
        }

        return result;
    }

    /// <summary>The position of the value, or of the nearest one around it that the text has.</summary>
    public TextPosition Of(string pointer)
    {
        while (!_offsets.ContainsKey(pointer) && pointer.Length > 0)
        {
            pointer = pointer[..pointer.LastIndexOf('/')];
        }

        return At(_offsets.GetValueOrDefault(pointer));
    }

    private void ReadValue(string file, ref Utf8JsonReader reader, string pointer)
    {
        _offsets.TryAdd(pointer, reader.TokenStartIndex);
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            ReadObject(file, ref reader, pointer);
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                ReadValue(file, ref reader, $"{pointer}/{i}");
            }
        }
    }

    private void ReadObject(string file, ref Utf8JsonReader reader, string pointer)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            string child = $"{pointer}/{name.Replace("/", "~1", StringComparison.Ordinal)}";
            // A structure is pointed at by its name, which is where a reader looks for it.
            long at = reader.TokenStartIndex;
            reader.Read();
            bool isContainer = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            if (!_offsets.TryAdd(child, isContainer ? at : reader.TokenStartIndex))
            {
                throw new ModelException(file, At(at), $"the name '{name}' is given twice");
            }

            ReadValue(file, ref reader, child);
        }
    }

    private TextPosition At(long offset)
    {
        int end = (int)Math.Min(offset, _text.Length);
        int found = _lineStarts.BinarySearch(end);
        int line = found >= 0 ? found : ~found - 1;
        int start = _lineStarts[line];
        return new(line + 1, Encoding.UTF8.GetCharCount(_text, start, end - start) + 1);
    }
}
