using System.Text;
using System.Text.Json;

namespace S3Gen.Tests.Presigning;

public sealed class PostPolicyTests
{
    [Test]
    public async Task Form_has_the_fields_of_the_policy_in_order_and_the_policy_says_all_of_it()
    {
        using S3Client s3 = PresignClient.Create(new Credentials("AKIDEXAMPLE", "secret", "token"));

        PresignedPost post = await s3.PresignPostAsync(
            new PostPolicy { Bucket = "photos", KeyPrefix = "uploads/" }
                .RequireLength(1, 10_485_760)
                .RequireAcl(ObjectCannedACL.Private)
                .RequirePrefix("Content-Type", "image/")
                .RequireEncryption(ServerSideEncryption.AwsKms, "key-1")
                .Require("x-amz-meta-ünï", "\"quoted\" ü"));

        Assert.That(post.Url, Is.EqualTo(new Uri("https://photos.s3.eu-central-1.amazonaws.com/")));
        Assert.That(post.Fields.Select(static field => field.Key), Is.EqualTo(new[]
        {
            "key", "acl", "x-amz-server-side-encryption", "x-amz-server-side-encryption-aws-kms-key-id", "x-amz-meta-ünï",
            "x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-security-token", "policy", "x-amz-signature",
        }));
        Assert.That(post.Fields[0].Value, Is.EqualTo("uploads/${filename}"));
        using JsonDocument policy = PolicyOf(post);
        Assert.That(policy.RootElement.GetProperty("expiration").GetString(), Is.EqualTo("2026-07-01T13:00:00Z"));
        Assert.That(policy.RootElement.GetProperty("conditions").EnumerateArray().Select(static condition => condition.GetRawText()), Is.EqualTo(new[]
        {
            "{\"bucket\":\"photos\"}",
            "[\"starts-with\",\"$key\",\"uploads/\"]",
            "[\"content-length-range\",1,10485760]",
            "{\"acl\":\"private\"}",
            "[\"starts-with\",\"$Content-Type\",\"image/\"]",
            "{\"x-amz-server-side-encryption\":\"aws:kms\"}",
            "{\"x-amz-server-side-encryption-aws-kms-key-id\":\"key-1\"}",
            "{\"x-amz-meta-\\u00FCn\\u00EF\":\"\\u0022quoted\\u0022 \\u00FC\"}",
            "{\"x-amz-algorithm\":\"AWS4-HMAC-SHA256\"}",
            "{\"x-amz-credential\":\"AKIDEXAMPLE/20260701/eu-central-1/s3/aws4_request\"}",
            "{\"x-amz-date\":\"20260701T120000Z\"}",
            "{\"x-amz-security-token\":\"token\"}",
        }));
    }

    [Test]
    public async Task Same_policy_gives_the_same_form_byte_for_byte()
    {
        using S3Client s3 = PresignClient.Create();
        PostPolicy policy = new PostPolicy { Bucket = "photos", Key = "exact" }.RequireContentType("image/png");
        PresignedPost first = await s3.PresignPostAsync(policy);
        PresignedPost second = await s3.PresignPostAsync(policy);
        Assert.That(first.Fields, Is.EqualTo(second.Fields));
        Assert.That(first.Fields[0].Value, Is.EqualTo("exact"));
    }

    [Test]
    public Task Policy_without_a_key_is_refused() => Refused(new PostPolicy { Bucket = "photos" }, "Key or KeyPrefix is required");

    [Test]
    public Task Policy_with_key_and_prefix_is_refused() => Refused(new PostPolicy { Bucket = "photos", Key = "k", KeyPrefix = "" }, "exclude each other");

    [Test]
    public Task Exact_key_with_a_placeholder_is_refused() => Refused(new PostPolicy { Bucket = "photos", Key = "a/${filename}" }, "use KeyPrefix");

    [Test]
    public Task Prefix_with_a_placeholder_is_refused() => Refused(new PostPolicy { Bucket = "photos", KeyPrefix = "a/${filename}" }, "which the form adds by itself");

    [Test]
    public Task Policy_without_a_bucket_is_refused() => Refused(new PostPolicy { Bucket = "", Key = "k" }, "PostPolicy.Bucket");

    [Test]
    public Task Policy_that_outlives_seven_days_is_refused() =>
        Refused(new PostPolicy { Bucket = "photos", Key = "k", Expires = TimeSpan.FromDays(8) }, "1 second to 7 days");

    [TestCase("key")]
    [TestCase("Policy")]
    [TestCase("x-amz-signature")]
    [TestCase("X-Amz-Credential")]
    [TestCase("file")]
    [TestCase("bucket")]
    public void Field_of_the_policy_itself_takes_no_condition(string field) =>
        Assert.That(() => new PostPolicy { Bucket = "photos", Key = "k" }.Require(field, "v"), Throws.ArgumentException.With.Message.Contains("set by the policy itself"));

    [Test]
    public void Second_condition_on_a_field_is_refused() => Assert.That(
        () => new PostPolicy { Bucket = "photos", Key = "k" }.RequireContentType("image/png").RequirePrefix("content-type", "image/"),
        Throws.ArgumentException.With.Message.Contains("already"));

    [TestCase(-1, 5)]
    [TestCase(6, 5)]
    public void Size_that_cannot_be_is_refused(long min, long max) =>
        Assert.That(() => new PostPolicy { Bucket = "photos", Key = "k" }.RequireLength(min, max), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public async Task Text_of_a_form_shows_no_field()
    {
        using S3Client s3 = PresignClient.Create();
        PresignedPost post = await s3.PresignPostAsync(new PostPolicy { Bucket = "photos", Key = "k" });
        Assert.That(post.ToString(), Is.EqualTo(
            "POST https://photos.s3.eu-central-1.amazonaws.com/ [6 signed fields redacted], expires 2026-07-01 13:00:00Z"));
    }

    private static JsonDocument PolicyOf(PresignedPost post) =>
        JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(post.Fields.Single(static field => field.Key == "policy").Value)));

    private static async Task Refused(PostPolicy policy, string rule)
    {
        using S3Client s3 = PresignClient.Create();
        ArgumentException refusal = (await Assert.CatchAsync<ArgumentException>(() => s3.PresignPostAsync(policy)))!;
        Assert.That(refusal.Message, Does.Contain(rule));
    }
}
