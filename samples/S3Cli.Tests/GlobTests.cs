using S3Cli.Filters;
using S3Cli.Locations;
using S3Cli.Options;
using S3Cli.Output;

namespace S3Cli.Tests;

internal sealed class GlobTests
{
    [TestCase("*", "", true)]
    [TestCase("*.txt", "a/b.txt", true)]
    [TestCase("*.txt", "a.txt.gz", false)]
    [TestCase("a?c", "abc", true)]
    [TestCase("a?c", "ac", false)]
    [TestCase("a*b*c", "a--b--b--c", true)]
    [TestCase("a*b*c", "a--b--b--", false)]
    [TestCase("[a-c]x", "bx", true)]
    [TestCase("[!a-c]x", "bx", false)]
    [TestCase("[!a-c]x", "dx", true)]
    [TestCase("[]]x", "]x", true)]
    [TestCase("[x", "[x", true)]
    [TestCase("a.c", "abc", false)]
    [TestCase("", "", true)]
    [TestCase("", "a", false)]
    public void Patterns_fit_as_in_a_shell(string pattern, string text, bool fits) =>
        Assert.That(new Glob(pattern).IsMatch(text), Is.EqualTo(fits));

    [Test]
    public void A_pattern_of_many_stars_ends_soon() =>
        Assert.That(new Glob(string.Concat(Enumerable.Repeat("*a", 200))).IsMatch(new string('b', 5000)), Is.False);

    [TestCase("s3://bucket", "bucket", "")]
    [TestCase("s3://bucket/", "bucket", "")]
    [TestCase("S3://bucket/a/b?c#d", "bucket", "a/b?c#d")]
    [TestCase("s3://bucket//a", "bucket", "/a")]
    [TestCase("s3://arn:aws:s3:us-west-2:123456789012:accesspoint/mine/a/b", "arn:aws:s3:us-west-2:123456789012:accesspoint/mine", "a/b")]
    [TestCase("s3://arn:aws:s3:us-west-2:123456789012:accesspoint:mine", "arn:aws:s3:us-west-2:123456789012:accesspoint:mine", "")]
    [TestCase("s3://arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-1/accesspoint/ap/k", "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-1/accesspoint/ap", "k")]
    public void A_url_has_a_bucket_and_a_key(string text, string bucket, string key) =>
        Assert.That(S3Url.Parse(text), Is.EqualTo(new S3Url(bucket, key)));

    [TestCase("8MiB", 8L << 20)]
    [TestCase("8MB", 8L << 20)]
    [TestCase("8m", 8L << 20)]
    [TestCase("5 GiB", 5L << 30)]
    [TestCase("1234", 1234)]
    public void Sizes_are_written_in_many_ways(string text, long size) => Assert.That(SizeText.Parse(text), Is.EqualTo(size));

    [TestCase("")]
    [TestCase("MiB")]
    [TestCase("-1")]
    [TestCase("9999999T")]
    public void A_size_that_is_none_is_refused(string text) => Assert.Throws<FormatException>(() => SizeText.Parse(text));

    [TestCase(0, "0 Bytes")]
    [TestCase(1023, "1023 Bytes")]
    [TestCase(1024, "1.0 KiB")]
    [TestCase(long.MaxValue, "8.0 EiB")]
    public void Sizes_are_shown_as_people_read_them(long bytes, string text) => Assert.That(Sizes.ToText(bytes), Is.EqualTo(text));
}
