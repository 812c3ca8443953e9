namespace S3Gen.Runtime.Tests.Http;

public sealed class ContentRangeTests
{
    [TestCase("bytes 0-9/10", 0, 9, 10, true)]
    [TestCase("bytes 8-13/15", 8, 13, 15, false)]
    [TestCase("Bytes 0-0/2", 0, 0, 2, false)]
    [TestCase("bytes 5497558138879-5497558138879/5497558138880", 5497558138879, 5497558138879, 5497558138880, false)]
    public void Range_of_known_size_is_read(string text, long first, long last, long size, bool isWhole)
    {
        Assert.That(ContentRange.TryParse(text, out ContentRange range), Is.True);
        Assert.That(range, Is.EqualTo(new ContentRange(first, last, size)));
        Assert.That(range.IsWhole, Is.EqualTo(isWhole));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("bytes */10", Description = "none of the ranges could be had")]
    [TestCase("bytes 0-9/*", Description = "the size is not known")]
    [TestCase("bytes 9-0/10")]
    [TestCase("bytes 0-10/10")]
    [TestCase("bytes -1/10")]
    [TestCase("bytes 0-9")]
    [TestCase("bytes 0-9/99999999999999999999")]
    [TestCase("items 0-9/10")]
    public void Anything_else_is_none(string? text)
    {
        Assert.That(ContentRange.TryParse(text, out ContentRange range), Is.False);
        Assert.That(range, Is.EqualTo(default(ContentRange)));
    }
}
