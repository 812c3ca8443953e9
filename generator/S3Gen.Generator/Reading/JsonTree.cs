using System.Text;
using System.Text.Json;
using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>
/// A JSON document as nodes. It equals another one where the documents are equal, so that the compiler reads a file anew only when it was
/// edited. Where things stand is found out when a diagnostic asks.
/// </summary>
internal sealed class JsonTree : IEquatable<JsonTree>
{
    /// <summary>Ten times the largest model that AWS publishes.</summary>
    public const int MaxCharacters = 64 * 1024 * 1024;

    private const int MaxDepth = 512;

    private readonly SourceDocument _document;
    private readonly List<DiagnosticInfo> _faults = [];
    private readonly Lazy<JsonPositions> _positions;
    private readonly StringPool _names = new();

    private JsonTree(SourceDocument document)
    {
        _document = document;
        _positions = new Lazy<JsonPositions>(() => JsonPositions.Of(_document.Text, MaxDepth));
    }

    public string Path => _document.Path;

    /// <summary>The value of the document; null where it has none, and then there are faults.</summary>
    public Node? Root { get; private set; }

    public IReadOnlyList<DiagnosticInfo> Faults => _faults;

    public static JsonTree Parse(SourceDocument document)
    {
        JsonTree tree = new(document);
        if (document.Text.Length > MaxCharacters)
        {
            tree.Report(DiagnosticCatalog.TooLarge.Id, default, $"{document.Text.Length}", $"{MaxCharacters}");
            return tree;
        }

        byte[] utf8 = Encoding.UTF8.GetBytes(document.Text.ToString());
        try
        {
            Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            Node root = tree.ReadValue(ref reader);
            reader.Read();
            tree.Root = root;
        }
        catch (JsonException fault)
        {
            string reason = fault.Message.Split([" LineNumber:"], StringSplitOptions.None)[0];
            tree.Report(DiagnosticCatalog.MalformedJson.Id, JsonPositions.Locate(document.Text, utf8, OffsetOf(utf8, fault)), reason);
        }

        return tree;
    }

    /// <summary>The position of a value by its path of names and array indexes; that of the nearest parent which is there, else.</summary>
    public SourcePosition PositionOf(params string[] path) => _positions.Value.Find(path);

    /// <summary>The position of a value however deep, as rules are; that of the nearest parent which is there, else.</summary>
    public SourcePosition PositionOfNested(IEnumerable<string> path)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(_document.Text.ToString());
        return JsonPositions.Locate(_document.Text, utf8, JsonPath.OffsetOf(utf8, path, MaxDepth));
    }

    /// <summary>Whether there is a value at exactly that path.</summary>
    public bool Has(params string[] path) => _positions.Value.Has(path);

    public bool Equals(JsonTree? other) => other is not null && _document.Equals(other._document);

    public override bool Equals(object? obj) => Equals(obj as JsonTree);

    public override int GetHashCode() => _document.GetHashCode();

    private Node ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader);
            case JsonTokenType.StartArray:
                List<Node> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref reader));
                }

                return new ArrayNode(items.ToEquatableArray());
            case JsonTokenType.String:
                return new StringNode(_names.Read(ref reader));
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

    private ObjectNode ReadObject(ref Utf8JsonReader reader)
    {
        List<NodeProperty> properties = [];
        HashSet<string> names = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            long offset = reader.TokenStartIndex;
            string name = _names.Read(ref reader);
            reader.Read();
            Node value = ReadValue(ref reader);
            if (names.Add(name))
            {
                properties.Add(new NodeProperty(name, value));
                continue;
            }

            byte[] utf8 = Encoding.UTF8.GetBytes(_document.Text.ToString());
            Report(DiagnosticCatalog.MalformedJson.Id, JsonPositions.Locate(_document.Text, utf8, offset), $"the name '{name}' stands twice in one object");
        }

        return new ObjectNode(properties.ToEquatableArray());
    }

    private void Report(string id, SourcePosition position, params string[] arguments) =>
        _faults.Add(new DiagnosticInfo(id, Path, position, arguments.ToEquatableArray()));

    private static long OffsetOf(byte[] utf8, JsonException fault)
    {
        int offset = 0;
        for (long line = fault.LineNumber ?? 0; line > 0; line--)
        {
            int next = Array.IndexOf(utf8, (byte)'\n', offset);
            if (next < 0)
            {
                break;
            }

            offset = next + 1;
        }

        return offset + (fault.BytePositionInLine ?? 0);
    }
}
