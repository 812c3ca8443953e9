using S3Gen.Integration.Presigning;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Encryption;

/// <summary>Presigned URLs of objects under a caller's key: whoever has the URL needs the key too, in the headers that are signed with it.</summary>
public sealed class PresignedKeyTests(string server) : EncryptionSuite(server)
{
    private readonly string _key = CustomerKey.New();

    [SetUp]
    public void RequireSignedQueries() => NotOn(ServerNames.Moto, "looks for the Authorization header alone, and fails with 500 where there is none");

    [Test]
    public async Task Url_holds_no_key_and_works_with_it_alone()
    {
        byte[] content = Random(1000);
        PresignedUrl put = await S3.PresignAsync(new PutObjectRequest { Bucket = Bucket, Key = "presigned", SSECustomerKey = _key });
        PresignedUrl get = await S3.PresignAsync(new GetObjectRequest { Bucket = Bucket, Key = "presigned", SSECustomerKey = _key });
        CurlAnswer written = await Trusting(Curl.To(put)).Body(content).SendAsync();
        CurlAnswer read = await Trusting(Curl.To(get)).SendAsync();
        CurlAnswer withoutKey = await Trusting(new Curl().With(get.AbsoluteUri)).SendAsync();

        Assert.That(put.AbsoluteUri + get.AbsoluteUri, Does.Not.Contain(Uri.EscapeDataString(_key)).And.Not.Contain(_key));
        Assert.That((written.Status, read.Status), Is.EqualTo((200, 200)));
        Assert.That(read.Body, Is.EqualTo(content));
        Assert.That(withoutKey.Status, Is.EqualTo(400).Or.EqualTo(403));
        Assert.That(await GetAsync(new GetObjectRequest { Bucket = Bucket, Key = "presigned", SSECustomerKey = _key }), Is.EqualTo(content));
    }

    private Curl Trusting(Curl curl) => curl.With("--cacert", Options.CaBundle!);
}
