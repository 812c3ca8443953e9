using System.Xml;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Operations;

/// <summary>The one account of the server, owner of everything.</summary>
internal static class Account
{
    internal const string Number = "123456789012";

    internal const string CanonicalId = "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a";
    internal const string DisplayName = "s3gen";

    /// <summary>The key of KMS where a request names none.</summary>
    internal const string DefaultKey = "arn:aws:kms:us-east-1:123456789012:alias/aws/s3";

    /// <summary>The account as generated marshallers write it.</summary>
    internal static Protocol.Owner Owner => new() { ID = CanonicalId, DisplayName = DisplayName };

    internal static void WriteAs(XmlWriter xml, string element) => xml.Parent(element, () =>
    {
        xml.Element("ID", CanonicalId);
        xml.Element("DisplayName", DisplayName);
    });
}
