using System.Xml;
using System.Xml.Linq;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;

namespace S3Gen.Testing.Xml;

/// <summary>
/// Reads request documents: no DTD, no entities, elements by local name, since clients differ in whether they send the namespace.
/// </summary>
internal static class XmlRequest
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
        // Keys may hold references to control characters, see XmlResponse.
        CheckCharacters = false,
    };

    /// <summary>The root of the call's document, which must have this name.</summary>
    internal static XElement ReadXml(this S3Call call, string root) => Parse(call.Document, root);

    internal static XElement Parse(byte[] document, string root)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(document, writable: false), Settings);
            XElement element = XElement.Load(reader);
            return element.Name.LocalName == root ? element : throw Faults.MalformedXml();
        }
        catch (XmlException)
        {
            throw Faults.MalformedXml();
        }
    }

    internal static IEnumerable<XElement> Children(this XElement parent, string name) =>
        parent.Elements().Where(element => element.Name.LocalName == name);

    internal static XElement? Child(this XElement parent, string name) => parent.Children(name).FirstOrDefault();

    internal static string? Text(this XElement parent, string name) => parent.Child(name)?.Value;

    internal static string RequiredText(this XElement parent, string name) =>
        parent.Text(name) ?? throw Faults.MalformedXml();
}
