using System.Xml;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Operations;

/// <summary>What all listings of a bucket's contents have in common.</summary>
internal sealed record ListingParameters(string Prefix, string Delimiter, bool UrlEncoded)
{
    internal const int MaxItems = 1000;

    internal static ListingParameters Read(S3Call call) => new(
        call.Query["prefix"] ?? "",
        call.Query["delimiter"] ?? "",
        call.Query.NonEmpty("encoding-type") switch
        {
            null => false,
            "url" => true,
            string other => throw Faults.InvalidArgument("Invalid Encoding Method specified in Request", "encoding-type", other),
        });

    /// <summary>A key, prefix, delimiter or marker as the client asked to have it written.</summary>
    internal string Text(string key) => UrlEncoded ? PercentEncoding.EncodeKey(key) : key;

    internal void WriteHead(XmlWriter xml, string bucket)
    {
        xml.Element("Name", bucket);
        WriteFilter(xml);
    }

    internal void WriteFilter(XmlWriter xml)
    {
        xml.Element("Prefix", Text(Prefix));
        xml.OptionalElement("Delimiter", Delimiter.Length == 0 ? null : Text(Delimiter));
        xml.OptionalElement("EncodingType", UrlEncoded ? "url" : null);
    }

    internal void WriteCommonPrefixes(XmlWriter xml, IEnumerable<string> prefixes)
    {
        foreach (string prefix in prefixes)
        {
            xml.Parent("CommonPrefixes", () => xml.Element("Prefix", Text(prefix)));
        }
    }
}
