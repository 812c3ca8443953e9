using CsCheck;

namespace S3Gen.Tests.Requests;

public sealed class ObjectKeyTests
{
    [TestCase("a b/ü+%2F?.txt", null, "bucket/a%20b/%C3%BC%2B%252F%3F.txt")]
    [TestCase("./../a//b/", null, "bucket/./../a//b/")]
    [TestCase("~*'()!", "v 1", "bucket/~%2A%27%28%29%21?versionId=v%201")]
    public void Source_of_a_copy_is_encoded_but_for_slashes(string key, string? version, string source) =>
        Assert.That(ObjectKey.CopySource("bucket", key, version), Is.EqualTo(source));

    [Test]
    public void Source_behind_an_access_point_is_an_object_of_its_ARN() => Assert.That(
        ObjectKey.CopySource("arn:aws:s3:us-west-2:123456789012:accesspoint/a", "k"), Is.EqualTo("arn:aws:s3:us-west-2:123456789012:accesspoint/a/object/k"));

    [Test]
    public void Half_a_surrogate_pair_is_refused() => Assert.That(
        () => ObjectKey.CopySource("bucket", "a\uD83D"), Throws.ArgumentException.With.Message.Contains("surrogate"));

    [TestCase("a+b%2Bc%20d", "a b+c d")]
    [TestCase("100%", "100%")]
    [TestCase("%zz%2", "%zz%2")]
    [TestCase("%FF", "%FF")]
    [TestCase("%00%01%EF%BF%BF", "\0\u0001\uFFFF")]
    public void Listed_key_is_decoded(string listed, string key) => Assert.That(ObjectKey.Decode(listed), Is.EqualTo(key));

    [Test]
    public void Any_encoded_text_decodes_to_itself() => Gen.Int[0, 0x10FFFF].Where(static code => code is < 0xD800 or > 0xDFFF).Array[0, 40]
        .Select(static codes => string.Concat(codes.Select(char.ConvertFromUtf32)))
        .Sample(static text => ObjectKey.Decode(ObjectKey.CopySource("b", "k" + text)[3..]) == text);
}
