using System.Xml;
using System.Xml.Linq;

namespace S3Gen.ModelCases.Http;

/// <summary>Documents from bytes and to bytes.</summary>
public static class XmlBody
{
    /// <summary>Parses a document, all of its white space kept. Control characters as references pass: keys may have them.</summary>
    /// <exception cref="XmlException">It is not well-formed, or has a DTD.</exception>
    public static XElement Parse(ReadOnlyMemory<byte> body)
    {
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = false };
        using MemoryStream stream = new(body.ToArray());
        using XmlReader reader = XmlReader.Create(stream, settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
    }

    public static ReadOnlyMemory<byte> Write(XElement root)
    {
        XmlWriterSettings settings = new() { Encoding = new System.Text.UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize };
        using MemoryStream stream = new();
        using (XmlWriter writer = XmlWriter.Create(stream, settings))
        {
            root.Save(writer);
        }

        return stream.ToArray();
    }
}
