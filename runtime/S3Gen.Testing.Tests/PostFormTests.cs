using System.Globalization;
using System.Net;
using System.Text;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class PostFormTests : ServerFixture
{
    [Test]
    public async Task Form_that_keeps_to_its_policy_stores_the_file_and_its_fields()
    {
        S3Answer answer = await PostAsync(Fields(), "hello", "a.txt");
        S3Answer stored = await SendAsync(Get("up/a.txt"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
            Assert.That(answer.Element("Key"), Is.EqualTo("up/a.txt"));
            Assert.That(stored.Text, Is.EqualTo("hello"));
            Assert.That(stored.Header("Content-Type"), Is.EqualTo("text/plain"));
            Assert.That(stored.Header("x-amz-meta-colour"), Is.EqualTo("blue"));
        }
    }

    [Test]
    public async Task File_outside_of_the_range_of_lengths_is_refused()
    {
        AssertError(await PostAsync(Fields(), new string('x', 11), "a.txt"), 400, "EntityTooLarge");
        AssertError(await PostAsync(Fields(), "", "a.txt"), 400, "EntityTooSmall");
        AssertError(await SendAsync(Get("up/a.txt")), 404, "NoSuchKey");
    }

    [Test]
    public async Task Field_that_the_policy_does_not_have_or_has_otherwise_is_refused()
    {
        Dictionary<string, string> extra = Fields();
        extra["x-amz-meta-shape"] = "round";
        AssertError(await PostAsync(extra, "hello", "a.txt"), 403, "AccessDenied");
        Dictionary<string, string> other = Fields();
        other["key"] = "elsewhere";
        AssertError(await PostAsync(other, "hello", "a.txt"), 403, "AccessDenied");
    }

    [Test]
    public async Task Signature_that_is_not_the_policy_s_is_refused_and_so_is_a_policy_that_has_ended()
    {
        Dictionary<string, string> bad = Fields();
        bad["x-amz-signature"] = new string('0', 64);
        AssertError(await PostAsync(bad, "hello", "a.txt"), 403, "SignatureDoesNotMatch");
        AssertError(await PostAsync(Fields(expiresInSeconds: -1), "hello", "a.txt"), 403, "AccessDenied");
    }

    [Test]
    public async Task Form_without_a_policy_is_anybody_s_and_needs_a_bucket_that_is()
    {
        Dictionary<string, string> open = new() { ["key"] = "k" };
        AssertError(await PostAsync(open, "hello", "a.txt"), 403, "AccessDenied");
        await ArrangeAsync(Request(HttpMethod.Put, "/" + Bucket).Query("acl").Header("x-amz-acl", "public-read-write"));
        Assert.That((await PostAsync(open, "hello", "a.txt")).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Preflight_is_answered_by_the_bucket_s_rules()
    {
        await ArrangeAsync(Request(HttpMethod.Put, "/" + Bucket).Query("cors").Body(
            "<CORSConfiguration><CORSRule><AllowedMethod>PUT</AllowedMethod><AllowedOrigin>https://*.example.com</AllowedOrigin><AllowedHeader>x-amz-*</AllowedHeader><MaxAgeSeconds>60</MaxAgeSeconds></CORSRule></CORSConfiguration>"));
        S3Answer allowed = await SendAsync(Preflight("https://a.example.com", "PUT"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(allowed.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(allowed.Header("Access-Control-Allow-Origin"), Is.EqualTo("https://a.example.com"));
            Assert.That(allowed.Header("Access-Control-Max-Age"), Is.EqualTo("60"));
        }
        AssertError(await SendAsync(Preflight("https://a.example.org", "PUT")), 403, "AccessForbidden");
        AssertError(await SendAsync(Preflight("https://a.example.com", "DELETE")), 403, "AccessForbidden");
    }

    private HttpRequestMessage Preflight(string origin, string method)
    {
        HttpRequestMessage message = new(HttpMethod.Options, new Uri(Server.Endpoint, $"{Bucket}/k"));
        message.Headers.Add("Origin", origin);
        message.Headers.Add("Access-Control-Request-Method", method);
        message.Headers.Add("Access-Control-Request-Headers", "x-amz-date");
        return message;
    }

    private Dictionary<string, string> Fields(int expiresInSeconds = 60)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        RequestSigner signer = new(Server.AccessKeyId, Server.SecretAccessKey, Server.Region, now, "s3");
        string expiration = now.AddSeconds(expiresInSeconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        string policy = Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""
            {"expiration":"{{expiration}}","conditions":[{"bucket":"{{Bucket}}"},["starts-with","$key","up/"],["content-length-range",1,10],
            ["starts-with","$Content-Type","text/"],{"x-amz-meta-colour":"blue"},{"success_action_status":"201"},
            {"x-amz-algorithm":"AWS4-HMAC-SHA256"},{"x-amz-credential":"{{signer.Credential}}"},{"x-amz-date":"{{signer.Timestamp}}"}]}
            """));
        return new Dictionary<string, string>
        {
            ["key"] = "up/${filename}",
            ["Content-Type"] = "text/plain",
            ["x-amz-meta-colour"] = "blue",
            ["success_action_status"] = "201",
            ["x-amz-algorithm"] = "AWS4-HMAC-SHA256",
            ["x-amz-credential"] = signer.Credential,
            ["x-amz-date"] = signer.Timestamp,
            ["policy"] = policy,
            ["x-amz-signature"] = signer.SignText(policy),
        };
    }

    private Task<S3Answer> PostAsync(Dictionary<string, string> fields, string file, string fileName)
    {
        MultipartFormDataContent form = [];
        foreach ((string name, string value) in fields)
        {
            form.Add(new StringContent(value), name);
        }
        form.Add(new StringContent(file), "file", fileName);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Server.Endpoint, Bucket)) { Content = form });
    }
}
