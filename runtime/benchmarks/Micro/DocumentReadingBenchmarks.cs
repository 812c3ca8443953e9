using System.Xml;
using BenchmarkDotNet.Attributes;
using S3Gen.Benchmarks.Micro.Documents;

namespace S3Gen.Benchmarks.Micro;

/// <summary>Large configurations from bytes to objects, beside XmlReader merely walking the same bytes.</summary>
[MemoryDiagnoser]
public class DocumentReadingBenchmarks
{
    public static IEnumerable<Document> Documents => DocumentSet.All;

    [ParamsSource(nameof(Documents))]
    public Document Document { get; set; } = null!;

    [Benchmark(Baseline = true)]
    public int XmlReaderWalks()
    {
        using MemoryStream stream = new(Document.Utf8);
        using XmlReader reader = XmlReader.Create(stream);
        int nodes = 0;
        while (reader.Read())
        {
            nodes++;
        }

        return nodes;
    }

    [Benchmark]
    public object S3GenReads() => Document.Read();
}
