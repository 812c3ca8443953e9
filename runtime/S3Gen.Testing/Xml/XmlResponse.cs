using System.Globalization;
using System.Xml;
using S3Gen.Testing.Server;

namespace S3Gen.Testing.Xml;

/// <summary>Writes response documents in the shape that S3 gives them.</summary>
internal static class XmlResponse
{
    internal const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    // Keys may hold control characters; S3 writes them as references that XML 1.0 forbids, and so do we.
    private static readonly XmlWriterSettings Settings = new() { Encoding = new System.Text.UTF8Encoding(false), CheckCharacters = false };

    internal static Task WriteXmlAsync(this S3Call call, string root, Action<XmlWriter> body) =>
        SendAsync(call.Http, 200, Document(root, Namespace, body));

    internal static async Task SendAsync(Microsoft.AspNetCore.Http.HttpContext http, int status, ReadOnlyMemory<byte> document)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/xml";
        http.Response.ContentLength = document.Length;
        await http.Response.Body.WriteAsync(document, http.RequestAborted).ConfigureAwait(false);
    }

    internal static ReadOnlyMemory<byte> Document(string root, string? xmlNamespace, Action<XmlWriter> body)
    {
        using MemoryStream buffer = new();
        using (XmlWriter writer = XmlWriter.Create(buffer, Settings))
        {
            writer.WriteStartElement(root, xmlNamespace);
            body(writer);
            writer.WriteEndElement();
        }
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    internal static void Element(this XmlWriter writer, string name, string value) => writer.WriteElementString(name, value);

    internal static void Element(this XmlWriter writer, string name, long value) => writer.Element(name, value.ToString(CultureInfo.InvariantCulture));

    internal static void Element(this XmlWriter writer, string name, bool value) => writer.Element(name, value ? "true" : "false");

    internal static void Element(this XmlWriter writer, string name, DateTimeOffset value) =>
        writer.Element(name, value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    internal static void OptionalElement(this XmlWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.Element(name, value);
        }
    }

    internal static void Parent(this XmlWriter writer, string name, Action children)
    {
        writer.WriteStartElement(name);
        children();
        writer.WriteEndElement();
    }
}
