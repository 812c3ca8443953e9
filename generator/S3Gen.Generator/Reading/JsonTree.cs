using System.Text;
using System.Text.Json;
using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>A JSON document as nodes, with the positions of what diagnostics point at: shapes, members and their traits.</summary>
internal sealed class JsonTree
{
    private const int DeepestPosition = 6;
    private const int MaxDepth = 512;

    private readonly Dictionary<string, long> _offsets = [];
    private readonly byte[] _utf8;

    private JsonTree(SourceDocument document)
    {
        Path = document.Path;
        _utf8 = Encoding.UTF8.GetBytes(document.Text.ToString());
    }

    public string Path { get; }

    public Node Root { get; private set; } = NullNode.Instance;

    /// <summary>Reads a document; null, and a diagnostic at the faulty place, where it is no JSON.</summary>
    public static JsonTree? Parse(SourceDocument document, DiagnosticBag diagnostics)
    {
        JsonTree tree = new(document);
        try
        {
            Utf8JsonReader reader = new(tree._utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            tree.Root = tree.ReadValue(ref reader, string.Empty, 0);
            reader.Read();
            return tree;
        }
        catch (JsonException fault)
        {
            int line = (int)(fault.LineNumber ?? 0);
            int column = (int)(fault.BytePositionInLine ?? 0);
            string reason = fault.Message.Split([" LineNumber:"], StringSplitOptions.None)[0];
            diagnostics.Add(DiagnosticCatalog.MalformedJson, tree.Path, tree.Locate(tree.OffsetOf(line) + column), reason);
            return null;
        }
    }

    /// <summary>The position of a property by its path of names, joined with a line feed; that of the nearest known parent else.</summary>
    public SourcePosition PositionOf(params string[] names)
    {
        for (int length = names.Length; length > 0; length--)
        {
            if (_offsets.TryGetValue(string.Join("\n", names, 0, length), out long offset))
            {
                return Locate(offset);
            }
        }

        return default;
    }

    /// <summary>The position of a value by names and indexes from the document's top, however deep; that of the nearest parent there is else.</summary>
    public SourcePosition PositionOfNested(IEnumerable<string> path) => Locate(JsonPath.OffsetOf(_utf8, path, MaxDepth));

    private Node ReadValue(ref Utf8JsonReader reader, string path, int depth)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, path, depth);
            case JsonTokenType.StartArray:
                List<Node> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref reader, path, DeepestPosition));
                }

                return new ArrayNode(items.ToEquatableArray());
            case JsonTokenType.String:
                return new StringNode(ReadText(ref reader));
            case JsonTokenType.Number:
                return new NumberNode(Encoding.UTF8.GetString(reader.ValueSpan.ToArray()));
            case JsonTokenType.True:
                return new BooleanNode(true);
            case JsonTokenType.False:
                return new BooleanNode(false);
            default:
                return NullNode.Instance;
        }
    }

    private ObjectNode ReadObject(ref Utf8JsonReader reader, string path, int depth)
    {
        List<NodeProperty> properties = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            long offset = reader.TokenStartIndex;
            string name = ReadText(ref reader);
            string child = path;
            if (depth < DeepestPosition)
            {
                child = depth == 0 ? name : path + "\n" + name;
                _offsets[child] = offset;
            }

            reader.Read();
            properties.Add(new NodeProperty(name, ReadValue(ref reader, child, depth + 1)));
        }

        return new ObjectNode(properties.ToEquatableArray());
    }

    private static string ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            // Escapes of lone surrogates are JSON by its grammar, yet no text.
            throw new JsonException(fault.Message, null, null, null);
        }
    }

    private long OffsetOf(int line)
    {
        int offset = 0;
        for (; line > 0; line--)
        {
            int next = Array.IndexOf(_utf8, (byte)'\n', offset);
            if (next < 0)
            {
                break;
            }

            offset = next + 1;
        }

        return offset;
    }

    private SourcePosition Locate(long byteOffset)
    {
        int offset = (int)Math.Min(byteOffset, _utf8.Length);
        int line = 0;
        int lineStart = 0;
        for (int i = 0; i < offset; i++)
        {
            if (_utf8[i] == (byte)'\n')
            {
                line++;
                lineStart = i + 1;
            }
        }

        int column = Encoding.UTF8.GetCharCount(_utf8, lineStart, offset - lineStart);
        return new SourcePosition(Encoding.UTF8.GetCharCount(_utf8, 0, offset), line, column);
    }
}
