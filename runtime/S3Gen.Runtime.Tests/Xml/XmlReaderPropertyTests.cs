using System.Text;
using System.Xml;
using CsCheck;
using S3Gen.Generator.Tests.Harness;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Xml;

public sealed class XmlReaderPropertyTests
{
    private static readonly string[] Texts =
        ["", "plain", "a&b<c>d\"e'f", " \t\n ", "line\r\nend\r", "日本語", "\U0001F600\u00FF", "]]", "x]]>y", "-->", "STANDARD", "\u007F\u0085"];

    private static readonly string[] Names = ["Key", "a", "_b-c.d", "Contents", "ü", "日", "ListBucketResult"];

    private static readonly Gen<byte[]> Documents = Gen.Int[0, int.MaxValue].Select(Write);

    [Test]
    public void Documents_of_XmlWriter_are_read_as_XmlReader_reads_them() =>
        Documents.Sample(static document => XmlElementModel.Parse(document).AssertReadsTheSame(document), iter: FullRun.IsOn ? 10_000 : 1_000);

    [Test]
    public void Damaged_documents_are_read_as_XmlReader_reads_them_or_refused() =>
        Gen.Select(Documents, Gen.Int[0, int.MaxValue]).Sample(
            static (document, seed) =>
            {
                byte[] damaged = Damage(document, new Random(seed));
                XmlElementModel? expected = TryParse(damaged);
                try
                {
                    SkipAll(damaged);
                    expected?.AssertReadsTheSame(damaged);
                }
                catch (ResponseFormatException)
                {
                }
                catch (InvalidOperationException exception)
                {
                    throw new InvalidOperationException(Encoding.Latin1.GetString(damaged), exception);
                }
            },
            iter: FullRun.IsOn ? 30_000 : 3_000);

    private static XmlElementModel? TryParse(byte[] document)
    {
        try
        {
            return XmlElementModel.Parse(document);
        }
        catch (Exception exception) when (exception is XmlException or ArgumentOutOfRangeException)
        {
            // XmlTextReader itself trips over some invalid UTF-8 with an ArgumentOutOfRangeException.
            return null;
        }
    }

    private static void SkipAll(byte[] document)
    {
        Utf8XmlReader reader = new(document);
        if (reader.TryReadRoot(out _))
        {
            reader.Skip();
            reader.ReadEnd();
        }
    }

    private static byte[] Damage(byte[] document, Random random)
    {
        List<byte> bytes = [.. document];
        ReadOnlySpan<byte> alphabet = "<>/&;!-?[]=\"' a:\0\r\xC3\xFF#x0"u8;
        for (int i = random.Next(1, 4); i > 0 && bytes.Count > 0; i--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, alphabet[random.Next(alphabet.Length)]);
                    break;
                case 3:
                    bytes[at] = (byte)random.Next(256);
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at));
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Write(int seed)
    {
        Random random = new(seed);
        using MemoryStream stream = new();
        XmlWriterSettings settings = new()
        {
            Encoding = new UTF8Encoding(random.Next(4) == 0),
            Indent = random.Next(2) == 0,
            NewLineHandling = (NewLineHandling)random.Next(3),
            OmitXmlDeclaration = random.Next(2) == 0,
        };
        using (XmlWriter writer = XmlWriter.Create(stream, settings))
        {
            WriteElement(writer, random, 0);
        }

        return stream.ToArray();
    }

    private static void WriteElement(XmlWriter writer, Random random, int depth)
    {
        string prefix = random.Next(8) == 0 ? "p" : string.Empty;
        writer.WriteStartElement(prefix, Pick(Names, random), prefix.Length == 0 ? string.Empty : "urn:p");
        if (random.Next(3) == 0)
        {
            writer.WriteAttributeString("attr", Pick(Texts, random));
        }

        if (depth < 5 && random.Next(3) != 0)
        {
            for (int i = random.Next(1, 5); i > 0; i--)
            {
                WriteElement(writer, random, depth + 1);
            }
        }
        else
        {
            WriteText(writer, random);
        }

        writer.WriteEndElement();
    }

    private static void WriteText(XmlWriter writer, Random random)
    {
        for (int i = random.Next(3); i > 0; i--)
        {
            switch (random.Next(8))
            {
                case 0:
                    writer.WriteCData(Pick(Texts, random));
                    break;
                case 1:
                    writer.WriteComment("a < comment");
                    break;
                case 2:
                    writer.WriteProcessingInstruction("pi", "x > y");
                    break;
                case 3:
                    writer.WriteCharEntity('\r');
                    break;
                default:
                    writer.WriteString(Pick(Texts, random));
                    break;
            }
        }
    }

    private static string Pick(string[] values, Random random) => values[random.Next(values.Length)];
}
