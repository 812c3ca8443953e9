using System.Xml;
using BenchmarkDotNet.Attributes;
using S3Gen.Benchmarks.Server;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Benchmarks.Micro;

/// <summary>A listing of 1,000 keys from bytes to objects, beside XmlReader merely walking the same bytes.</summary>
[MemoryDiagnoser]
public class ListingBenchmarks
{
    private readonly byte[] _document = ListingDocument.Utf8;

    [Benchmark(Baseline = true)]
    public int XmlReaderWalks()
    {
        using MemoryStream stream = new(_document);
        using XmlReader reader = XmlReader.Create(stream);
        int nodes = 0;
        while (reader.Read())
        {
            nodes++;
        }

        return nodes;
    }

    [Benchmark]
    public int S3GenUnmarshals()
    {
        Utf8XmlReader reader = new(_document);
        reader.ReadRoot("ListBucketResult"u8);
        List<S3Object> contents = [];
        while (reader.TryReadChild(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("Contents"u8))
            {
                contents.Add(S3ObjectXml.Read(ref reader));
            }
            else
            {
                reader.Skip();
            }
        }

        reader.ReadEnd();
        return contents.Count;
    }
}
