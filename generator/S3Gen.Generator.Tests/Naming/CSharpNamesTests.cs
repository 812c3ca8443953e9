using S3Gen.Generator.Naming;

namespace S3Gen.Generator.Tests.Naming;

public sealed class CSharpNamesTests
{
    [TestCase("INTELLIGENT_TIERING", "IntelligentTiering")]
    [TestCase("bucket-owner-full-control", "BucketOwnerFullControl")]
    [TestCase("s3:ObjectCreated:*", "S3ObjectCreatedAll")]
    [TestCase("aws:kms:dsse", "AwsKmsDsse")]
    [TestCase("us-east-1", "UsEast1")]
    [TestCase("GovernanceMode", "GovernanceMode")]
    [TestCase("2", "_2")]
    [TestCase("", "Empty")]
    [TestCase("Value", "ValueConstant")]
    public void Enum_constant_of_a_wire_value(string wireValue, string expected) =>
        Assert.That(CSharpNames.EnumConstant(wireValue), Is.EqualTo(expected));

    [TestCase("ETag", "eTag")]
    [TestCase("SSEKMSKeyId", "ssekmsKeyId")]
    [TestCase("ACL", "acl")]
    [TestCase("Bucket", "bucket")]
    [TestCase("Object", "@object")]
    [TestCase("Name", "nameValue")]
    [TestCase("Request", "requestValue")]
    public void Local_of_a_property(string property, string expected) => Assert.That(CSharpNames.Local(property), Is.EqualTo(expected));

    [TestCase("bucketName", "BucketName")]
    [TestCase("x-amz-id", "XAmzId")]
    [TestCase("1st", "_1st")]
    public void Pascal_name_of_a_member(string name, string expected) => Assert.That(CSharpNames.Pascal(name), Is.EqualTo(expected));

    [TestCase("Prefix", "Prefix", "PrefixValue")]
    [TestCase("ToString", "Prefix", "ToStringValue")]
    [TestCase("Prefix", "Other", "Prefix")]
    public void Property_never_has_the_name_of_its_type_or_of_an_object_member(string name, string type, string expected) =>
        Assert.That(CSharpNames.Property(name, type, []), Is.EqualTo(expected));
}
