using CsCheck;
using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.Tests.Signing;

public sealed class UriEncodingTests
{
    [TestCase("AZaz09-._~", false, "AZaz09-._~")]
    [TestCase("a/b", false, "a%2Fb")]
    [TestCase("a/b", true, "a/b")]
    [TestCase(" !\"#$%&'()*+,:;<=>?@[\\]^`{|}", false, "%20%21%22%23%24%25%26%27%28%29%2A%2B%2C%3A%3B%3C%3D%3E%3F%40%5B%5C%5D%5E%60%7B%7C%7D")]
    [TestCase("é日😀\u007F\0", false, "%C3%A9%E6%97%A5%F0%9F%98%80%7F%00")]
    public void Encode_keeps_only_unreserved_characters(string text, bool keepSlash, string expected) =>
        Assert.That(UriEncoding.Encode(text, keepSlash), Is.EqualTo(expected));

    [Test]
    public void Encode_refuses_half_a_surrogate_pair()
    {
        Assert.That(() => UriEncoding.Encode("a\uD800", true), Throws.ArgumentException);
        Assert.That(() => UriEncoding.Encode("\uDC00", true), Throws.ArgumentException);
    }

    [Test]
    public void Encode_of_plain_text_returns_the_same_string()
    {
        string text = new('x', 10);
        Assert.That(UriEncoding.Encode(text, false), Is.SameAs(text));
    }

    [Test]
    public void Encode_agrees_with_Uri_EscapeDataString() =>
        Gen.String[0, 200].Where(static text => !text.Any(char.IsSurrogate)).Sample(static text =>
            UriEncoding.Encode(text, keepSlash: false) == Uri.EscapeDataString(text));
}
