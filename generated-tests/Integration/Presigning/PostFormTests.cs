using System.Text;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Presigning;

/// <summary>Forms upload what their policy allows, sent by curl as a browser would.</summary>
public sealed class PostFormTests(string server) : ServerSuite(server)
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("form content");

    [SetUp]
    public void RequireForms()
    {
        NotOn(ServerNames.InProcess, "answers NotImplemented to forms");
        NotOn(ServerNames.Moto, "looks for the Authorization header alone, and fails with 500 where there is none");
    }

    [Test]
    public async Task Form_within_its_policy_uploads()
    {
        PresignedPost post = await S3.PresignPostAsync(Policy("form/exact").RequireContentType("text/plain").Require("x-amz-meta-note", "héllo"));

        CurlAnswer answer = await Curl.To(post, Content).SendAsync();

        Assert.That(answer.Status, Is.EqualTo(204), answer.Text);
        HeadObjectResponse stored = await S3.HeadObjectAsync(Bucket, "form/exact");
        Assert.That(stored.ContentType, Is.EqualTo("text/plain"));
        Assert.That(await GetAsync("form/exact"), Is.EqualTo(Content));
    }

    [Test]
    public async Task Prefix_takes_the_name_of_the_file()
    {
        PostPolicy policy = new PostPolicy { Bucket = Bucket, KeyPrefix = "uploads/" }.RequirePrefix("Content-Type", "image/");

        CurlAnswer answer = await Curl.To(await S3.PresignPostAsync(policy), Content, ("Content-Type", "image/png")).SendAsync();

        Assert.That(answer.Status, Is.EqualTo(204), answer.Text);
        Assert.That(await GetAsync("uploads/up load.bin"), Is.EqualTo(Content));
    }

    [Test]
    public async Task Form_with_an_access_control_list()
    {
        CurlAnswer answer = await Curl.To(await S3.PresignPostAsync(Policy("form/acl").RequireAcl(ObjectCannedACL.PublicRead)), Content).SendAsync();
        Assert.That(answer.Status, Is.EqualTo(204), answer.Text);
    }

    [Test]
    public async Task Content_that_is_too_large_is_refused()
    {
        PresignedPost post = await S3.PresignPostAsync(Policy("form/large"));
        CurlAnswer answer = await Curl.To(post, new byte[101]).SendAsync();
        Assert.That(answer.Status, Is.EqualTo(400), answer.Text);
        Assert.That(answer.Text, Does.Contain("EntityTooLarge"));
        await Assert.ThrowsAsync<NotFoundException>(async () => await S3.HeadObjectAsync(Bucket, "form/large"));
    }

    [Test]
    public async Task Value_that_breaks_a_condition_is_refused()
    {
        PostPolicy policy = new PostPolicy { Bucket = Bucket, KeyPrefix = "uploads/" }.RequirePrefix("Content-Type", "image/");
        CurlAnswer answer = await Curl.To(await S3.PresignPostAsync(policy), Content, ("Content-Type", "text/html")).SendAsync();
        Assert.That(answer.Status, Is.EqualTo(403), answer.Text);
    }

    [Test]
    public async Task Tampered_form_is_refused()
    {
        PresignedPost own = await S3.PresignPostAsync(Policy("form/own"));
        PresignedPost other = await S3.PresignPostAsync(Policy("form/other"));
        string signature = own.Fields[^1].Value;
        KeyValuePair<string, string>[] wrongKey = [new("key", "form/stolen"), .. own.Fields.Skip(1)];
        KeyValuePair<string, string>[] wrongPolicy = [.. other.Fields.SkipLast(1), new("x-amz-signature", signature)];
        foreach (KeyValuePair<string, string>[] fields in (KeyValuePair<string, string>[][])[wrongKey, wrongPolicy])
        {
            CurlAnswer answer = await Curl.Form(own.Url, fields, Content).SendAsync();
            Assert.That(answer.Status, Is.EqualTo(403), answer.Text);
        }
    }

    [Test]
    public async Task Expired_form_is_refused()
    {
        await using S3Client then = ClientAt(TimeProvider.System.GetUtcNow().AddMinutes(-10));
        PresignedPost post = await then.PresignPostAsync(new PostPolicy { Bucket = Bucket, Key = "form/late", Expires = TimeSpan.FromMinutes(9) });
        Assert.That((await Curl.To(post, Content).SendAsync()).Status, Is.EqualTo(403));
    }

    private PostPolicy Policy(string key) => new PostPolicy { Bucket = Bucket, Key = key }.RequireLength(1, 100);
}
