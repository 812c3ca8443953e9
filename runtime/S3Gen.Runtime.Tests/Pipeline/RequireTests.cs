using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Tests.Pipeline;

public sealed class RequireTests
{
    [TestCase("bytes=0-0")]
    [TestCase("bytes=5-")]
    [TestCase("bytes=-5")]
    [TestCase("lines=whatever")]
    [TestCase(null)]
    public void Range_that_is_one_passes(string? range) => Require.ByteRange(range, "R.Range");

    [TestCase("bytes=5-4")]
    [TestCase("bytes=-")]
    [TestCase("bytes=a-b")]
    [TestCase("bytes=--5")]
    [TestCase("bytes=1")]
    public void Range_that_is_none_is_refused(string range) =>
        Assert.That(() => Require.ByteRange(range, "R.Range"), Throws.ArgumentException.With.Message.StartsWith("R.Range").And.Property("ParamName").EqualTo("request"));

    [TestCase("bucket")]
    [TestCase("Old_Bucket.1")]
    public void Bucket_that_may_be_one_passes(string bucket) => Require.Bucket(bucket, "R.Bucket");

    [TestCase("arn:aws:s3:us-east-1:123456789012:accesspoint/my-point")]
    [TestCase("arn:aws:s3:us-west -2")]
    public void Arn_is_left_to_the_endpoint_rules(string bucket) => Require.Bucket(bucket, "R.Bucket");

    [TestCase("")]
    [TestCase(null)]
    [TestCase("a/b")]
    [TestCase("..")]
    [TestCase("a b")]
    [TestCase("a\r\nb")]
    public void Bucket_that_cannot_be_one_is_refused(string? bucket) =>
        Assert.That(() => Require.Bucket(bucket!, "R.Bucket"), Throws.ArgumentException.With.Message.StartsWith("R.Bucket"));

    [Test]
    public void Key_is_measured_in_bytes()
    {
        Require.ObjectKey(new string('a', 1024), "R.Key");
        Require.ObjectKey(new string('ü', 512), "R.Key");

        Assert.That(() => Require.ObjectKey(new string('ü', 513), "R.Key"), Throws.ArgumentException.With.Message.Contains("1024"));
        Assert.That(() => Require.ObjectKey(string.Empty, "R.Key"), Throws.ArgumentException.With.Message.Contains("R.Key"));
    }

    [Test]
    public void Length_counts_characters_rather_than_utf16_units()
    {
        Require.Length("😀😀", 2, 2, "R.M");
        Assert.That(() => Require.Length("😀", 2, 3, "R.M"), Throws.ArgumentException);
        Assert.That(() => Require.Length("abcd", 1, 3, "R.M"), Throws.ArgumentException);
    }

    [TestCase("a.b")]
    [TestCase("-a")]
    [TestCase("")]
    public void Host_label_that_is_none_is_refused(string label) =>
        Assert.That(() => Require.HostLabel(label, "R.Route"), Throws.ArgumentException.With.Message.StartsWith("R.Route"));
}
