using System.Net;
using System.Text;
using System.Xml.Linq;

namespace S3Gen.Testing.Tests.Driving;

/// <summary>A response read to its end.</summary>
internal sealed class S3Answer(HttpResponseMessage response, byte[] body)
{
    internal HttpStatusCode Status => response.StatusCode;

    internal byte[] Bytes => body;

    internal string Text => Encoding.UTF8.GetString(body);

    internal string? ErrorCode => body.Length == 0 ? null : XElement.Parse(Text).Element("Code")?.Value;

    internal string? Header(string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    internal string? Element(string name) => Elements(name).FirstOrDefault();

    internal List<string> Elements(string name) =>
        [.. XElement.Parse(Text).DescendantsAndSelf().Where(element => element.Name.LocalName == name).Select(static element => element.Value)];

    /// <summary>The values of <paramref name="child"/> in every <paramref name="parent"/>.</summary>
    internal List<string> Elements(string parent, string child) =>
        [.. XElement.Parse(Text).Descendants().Where(element => element.Name.LocalName == parent)
            .Select(element => element.Elements().First(inner => inner.Name.LocalName == child).Value)];
}
