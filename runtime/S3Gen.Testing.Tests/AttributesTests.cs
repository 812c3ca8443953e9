using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class AttributesTests : ServerFixture
{
    [Test]
    public async Task Attributes_are_those_that_were_asked_for()
    {
        await ArrangeAsync(Put("k", "12345").Header("x-amz-checksum-crc32", Convert.ToBase64String([0xcb, 0xf5, 0x3a, 0x1c])));
        S3Answer some = await ArrangeAsync(Attributes("k", "ObjectSize,Checksum"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(some.Element("ObjectSize"), Is.EqualTo("5"));
            Assert.That(some.Element("ChecksumCRC32"), Is.EqualTo("y/U6HA=="));
            Assert.That(some.Element("ETag"), Is.Null);
            Assert.That(some.Header("Last-Modified"), Is.Not.Null);
        }
        AssertError(await SendAsync(Attributes("k", "Colour")), 400, "InvalidArgument");
        AssertError(await SendAsync(Get("k").Query("attributes")), 400, "InvalidArgument");
        AssertError(await SendAsync(Attributes("none", "ETag")), 404, "NoSuchKey");
    }

    private S3Request Attributes(string key, string names) => Get(key).Query("attributes").Header("x-amz-object-attributes", names);
}
