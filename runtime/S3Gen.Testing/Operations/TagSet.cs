using System.Text;
using System.Xml;
using System.Xml.Linq;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Operations;

/// <summary>Reads tags from a header or a document, with the limits that S3 sets, and writes them.</summary>
internal static class TagSet
{
    internal const int MaxOnObject = 10;
    internal const int MaxOnBucket = 50;

    private const int MaxKey = 128;
    private const int MaxValue = 256;

    /// <summary>From <c>x-amz-tagging</c>: <c>k1=v1&amp;k2=v2</c>, URL-encoded.</summary>
    internal static IReadOnlyList<Tag> OfHeader(string? header)
    {
        if (header is null)
        {
            return [];
        }
        List<Tag> tags = [.. RawQuery.Parse(header).Parameters.Select(static pair => new Tag(pair.Key, pair.Value))];
        return tags.TrueForAll(static tag => tag.Key.Length > 0) && AreDistinct(tags)
            ? Validated(tags, MaxOnObject)
            : throw Faults.InvalidArgument(
                "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.", "x-amz-tagging", header);
    }

    /// <summary>The document of a form's <c>tagging</c> field as the header of a PutObject.</summary>
    internal static string HeaderOf(string document) => string.Join('&', OfElement(XmlRequest.Parse(Encoding.UTF8.GetBytes(document), "Tagging"), MaxOnObject)
        .Select(static tag => $"{Uri.EscapeDataString(tag.Key)}={Uri.EscapeDataString(tag.Value)}"));

    internal static IReadOnlyList<Tag> OfDocument(S3Call call, int max) => OfElement(call.ReadXml("Tagging"), max);

    private static List<Tag> OfElement(XElement tagging, int max)
    {
        XElement set = tagging.Child("TagSet") ?? throw Faults.MalformedXml();
        return Validated([.. set.Children("Tag").Select(static tag => new Tag(tag.RequiredText("Key"), tag.RequiredText("Value")))], max);
    }

    internal static void Write(XmlWriter xml, IReadOnlyList<Tag> tags) => xml.Parent("TagSet", () =>
    {
        foreach (Tag tag in tags)
        {
            xml.Parent("Tag", () =>
            {
                xml.Element("Key", tag.Key);
                xml.Element("Value", tag.Value);
            });
        }
    });

    internal static List<Tag> Validated(List<Tag> tags, int max)
    {
        if (tags.Count > max)
        {
            throw Faults.TooManyTags(max);
        }
        foreach (Tag tag in tags)
        {
            if (tag.Key.Length is 0 or > MaxKey || tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) || !tag.Key.All(IsAllowed))
            {
                throw Faults.InvalidTag("The TagKey you have provided is invalid").With("TagKey", tag.Key);
            }
            if (tag.Value.Length > MaxValue || !tag.Value.All(IsAllowed))
            {
                throw Faults.InvalidTag("The TagValue you have provided is invalid").With("TagKey", tag.Key).With("TagValue", tag.Value);
            }
        }
        return AreDistinct(tags) ? tags : throw Faults.InvalidTag("Cannot provide multiple Tags with the same key");
    }

    private static bool AreDistinct(List<Tag> tags) => tags.DistinctBy(static tag => tag.Key).Count() == tags.Count;

    private static bool IsAllowed(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || " +-=._:/@".Contains(c, StringComparison.Ordinal);
}
