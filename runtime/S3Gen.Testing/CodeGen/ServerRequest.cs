using System.ComponentModel;
using System.Text;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Testing.CodeGen;

/// <summary>A request as generated unmarshallers see it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ServerRequest
{
    /// <summary>The bucket, from the path or the host; empty where the request is about none.</summary>
    public abstract string Bucket { get; }

    /// <summary>The body, where the operation has a document.</summary>
    public abstract ReadOnlySpan<byte> Document { get; }

    /// <summary>A label of the path, decoded.</summary>
    /// <param name="name">The label's name in the model.</param>
    /// <returns>Its value.</returns>
    public abstract string Label(string name);

    /// <summary>The first value of a query parameter, decoded; null where it is absent.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The value, or null.</returns>
    public abstract string? Query(string name);

    /// <summary>All values of a query parameter, decoded.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The values; none where the parameter is absent.</returns>
    public abstract IReadOnlyList<string> QueryValues(string name);

    /// <summary>All query parameters, the first value of each.</summary>
    /// <returns>Values by name.</returns>
    public abstract IReadOnlyDictionary<string, string> QueryMap();

    /// <summary>All query parameters, every value of each.</summary>
    /// <returns>Values by name, in the order in which they arrived.</returns>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> QueryListMap() => QueryMap().Keys.ToDictionary(static name => name, QueryValues);

    /// <summary>A header; null where it is absent or empty.</summary>
    /// <param name="name">The header's name; case does not count.</param>
    /// <returns>The value, or null.</returns>
    public abstract string? Header(string name);

    /// <summary>Headers that begin with a prefix, by the rest of their names.</summary>
    /// <param name="prefix">The prefix; case does not count.</param>
    /// <returns>Values by suffix.</returns>
    public abstract IReadOnlyDictionary<string, string> PrefixHeaders(string prefix);

    /// <summary>The items of a header that is a list (RFC 9110 section 5.6.1).</summary>
    /// <param name="name">The header's name.</param>
    /// <returns>The items without blanks around them; none where the header is absent.</returns>
    public IReadOnlyList<string> HeaderValues(string name) =>
        Header(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Text that travels in a header as base64.</summary>
    /// <param name="text">The header's value.</param>
    /// <returns>The text, or null for null.</returns>
    /// <exception cref="ResponseFormatException">The value is no base64.</exception>
    public static string? Base64(string? text) => text is null ? null : Encoding.UTF8.GetString(Numbers.ParseBase64(text));

    /// <summary>The body as text.</summary>
    /// <returns>The text, or null where there is no body.</returns>
    public string? DocumentText() => Document.IsEmpty ? null : Encoding.UTF8.GetString(Document);

    /// <summary>Opens the body, whose root must have this name.</summary>
    /// <param name="root">Local name of the root element.</param>
    /// <returns>A reader that stands in the root.</returns>
    /// <exception cref="ResponseFormatException">The body is no XML, or another document.</exception>
    public Utf8XmlReader OpenXml(ReadOnlySpan<byte> root)
    {
        Utf8XmlReader reader = new(Document);
        reader.ReadRoot(root);
        return reader;
    }
}
