using System.Xml;
using BenchmarkDotNet.Attributes;
using S3Gen.Benchmarks.Micro.Documents;

namespace S3Gen.Benchmarks.Micro;

/// <summary>Large configurations from objects to bytes, beside XmlWriter merely writing the same tags and texts.</summary>
[MemoryDiagnoser]
public class DocumentWritingBenchmarks
{
    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, Encoding = new System.Text.UTF8Encoding(false) };

    private readonly List<(XmlNodeType Type, string Text)> _nodes = [];
    private readonly MemoryStream _stream = new();

    public static IEnumerable<Document> Documents => DocumentSet.All;

    [ParamsSource(nameof(Documents))]
    public Document Document { get; set; } = null!;

    [GlobalSetup]
    public void TakeNodes()
    {
        using XmlReader reader = XmlReader.Create(new MemoryStream(Document.Utf8));
        while (reader.Read())
        {
            _nodes.Add((reader.NodeType, reader.NodeType == XmlNodeType.Text ? reader.Value : reader.LocalName));
        }
    }

    [Benchmark(Baseline = true)]
    public long XmlWriterWrites()
    {
        _stream.SetLength(0);
        using (XmlWriter writer = XmlWriter.Create(_stream, Settings))
        {
            foreach ((XmlNodeType type, string text) in _nodes)
            {
                switch (type)
                {
                    case XmlNodeType.Element:
                        writer.WriteStartElement(text);
                        break;
                    case XmlNodeType.Text:
                        writer.WriteString(text);
                        break;
                    default:
                        writer.WriteEndElement();
                        break;
                }
            }
        }

        return _stream.Length;
    }

    [Benchmark]
    public int S3GenWrites() => Document.Write();
}
