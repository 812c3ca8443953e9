using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime.Tests.Diagnostics;

public sealed class RedactionTests
{
    [TestCase("http://h/b/k?list-type=2&prefix=a%2Fb", "http://h/b/k?list-type=2&prefix=a%2Fb")]
    [TestCase("http://h/k?X-Amz-Signature=abc&x-id=GetObject", "http://h/k?X-Amz-Signature=REDACTED&x-id=GetObject")]
    [TestCase("http://h/k?x%2Damz%2Dsignature=abc", "http://h/k?x%2Damz%2Dsignature=REDACTED")]
    [TestCase("http://h/k?X-Amz-Credential=AKIA%2F2026&X-Amz-Security-Token=t", "http://h/k?X-Amz-Credential=REDACTED&X-Amz-Security-Token=REDACTED")]
    [TestCase("http://h/k?AWSAccessKeyId=AKIA&Signature=s&Expires=1", "http://h/k?AWSAccessKeyId=REDACTED&Signature=REDACTED&Expires=1")]
    [TestCase("http://h/?continuation-token=next", "http://h/?continuation-token=next")]
    [TestCase("http://user:secret@h:1/k@b?uploads", "http://h:1/k@b?uploads")]
    [TestCase("http://user:se@cret@h", "http://h")]
    public void A_url_loses_user_and_whatever_makes_a_signature(string url, string shown) => Assert.That(Redaction.Url(url), Is.EqualTo(shown));

    [TestCase("Authorization")]
    [TestCase("proxy-authorization")]
    [TestCase("x-amz-security-token")]
    [TestCase("X-Amz-S3Session-Token")]
    [TestCase("x-amz-server-side-encryption-customer-key")]
    [TestCase("x-amz-server-side-encryption-customer-key-MD5")]
    [TestCase("x-amz-copy-source-server-side-encryption-customer-key")]
    [TestCase("x-amz-server-side-encryption-aws-kms-key-id")]
    [TestCase("x-amz-server-side-encryption-context")]
    [TestCase("Set-Cookie")]
    public void The_value_of_a_secret_header_is_not_shown(string name) => Assert.That(Redaction.Header(name, "hush"), Is.EqualTo("REDACTED"));

    [TestCase("x-amz-server-side-encryption-customer-algorithm", "AES256")]
    [TestCase("Content-Length", "5")]
    [TestCase("ETag", "\"x\"")]
    public void Other_headers_are_shown(string name, string value) => Assert.That(Redaction.Header(name, value), Is.EqualTo(value));

    [Test]
    public void A_location_is_shown_without_its_signature() =>
        Assert.That(Redaction.Header("Location", "http://h/k?X-Amz-Signature=s"), Is.EqualTo("http://h/k?X-Amz-Signature=REDACTED"));

    [Test]
    public void A_document_loses_the_contents_of_secret_elements()
    {
        const string Xml = "<R><Credentials><SecretAccessKey>hush</SecretAccessKey><s:SessionToken a=\"b\">hush</s:SessionToken>"
            + "<AccessKeyId>hush</AccessKeyId></Credentials><StringToSign>hush</StringToSign><Key>shown</Key></R>";

        Assert.That(Redaction.Document(Xml), Does.Not.Contain("hush").And.Contain("<Key>shown</Key>"));
    }
}
