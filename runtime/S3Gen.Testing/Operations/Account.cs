using System.Xml;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Operations;

/// <summary>The one account of the server, owner of everything.</summary>
internal static class Account
{
    internal const string Number = "123456789012";

    private const string CanonicalId = "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a";
    private const string DisplayName = "s3gen";

    internal static void WriteAs(XmlWriter xml, string element) => xml.Parent(element, () =>
    {
        xml.Element("ID", CanonicalId);
        xml.Element("DisplayName", DisplayName);
    });
}
