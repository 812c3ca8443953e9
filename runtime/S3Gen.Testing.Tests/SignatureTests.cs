using System.Net;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class SignatureTests : ServerFixture
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    protected override S3TestServerOptions Options => new() { TimeProvider = _clock };

    [Test]
    public async Task Header_signature_that_is_right_is_accepted() =>
        Assert.That((await SendAsync(Put("k", "body").At(_clock.GetUtcNow()))).Status, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task Anonymous_request_is_denied() =>
        AssertError(await SendAsync(Get("k").Anonymous()), 403, "AccessDenied");

    [Test]
    public async Task Unknown_access_key_is_named_as_such()
    {
        S3Request request = Get("k").At(_clock.GetUtcNow());
        request.AccessKeyId = "SOMEBODY";
        AssertError(await SendAsync(request), 403, "InvalidAccessKeyId");
    }

    [Test]
    public async Task Wrong_secret_is_refused_with_the_servers_canonical_request()
    {
        S3Request request = Get("k").At(_clock.GetUtcNow());
        request.Secret = "wrong";
        S3Answer answer = await SendAsync(request);
        AssertError(answer, 403, "SignatureDoesNotMatch");
        Assert.That(answer.Element("CanonicalRequest"), Does.StartWith($"GET\n/{Bucket}/k\n"));
    }

    [TestCase(-16)]
    [TestCase(16)]
    public async Task Clock_skew_beyond_the_tolerance_is_refused(int minutes) =>
        AssertError(await SendAsync(Get("k").At(_clock.GetUtcNow().AddMinutes(minutes))), 403, "RequestTimeTooSkewed");

    [Test]
    public async Task Clock_skew_within_the_tolerance_is_accepted() =>
        Assert.That((await SendAsync(Put("k").At(_clock.GetUtcNow().AddMinutes(-14)))).Status, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task Date_header_comes_from_the_servers_clock() =>
        Assert.That((await SendAsync(Get("k").At(_clock.GetUtcNow()))).Header("Date"), Is.EqualTo("Fri, 02 Jan 2026 03:04:05 GMT"));

    [Test]
    public async Task Wrong_region_is_corrected()
    {
        S3Request request = Get("k").At(_clock.GetUtcNow());
        request.Region = "eu-north-1";
        S3Answer answer = await SendAsync(request);
        AssertError(answer, 400, "AuthorizationHeaderMalformed");
        Assert.That(answer.Element("Region"), Is.EqualTo("us-east-1"));
    }

    [Test]
    public async Task Amz_header_that_is_not_signed_is_refused()
    {
        S3Answer answer = await SendAsync(Put("k").At(_clock.GetUtcNow()).UnsignedHeader("x-amz-meta-late", "1"));
        AssertError(answer, 403, "AccessDenied");
        Assert.That(answer.Element("HeadersNotSigned"), Is.EqualTo("x-amz-meta-late"));
    }

    [Test]
    public async Task Payload_hash_that_is_not_the_bodys_is_refused()
    {
        S3Request request = Put("k", "body").At(_clock.GetUtcNow()).PayloadHash(RequestSigner.Sha256("other"u8));
        AssertError(await SendAsync(request), 400, "XAmzContentSHA256Mismatch");
    }

    [Test]
    public async Task Unsigned_payload_is_accepted() =>
        Assert.That((await SendAsync(Put("k", "body").At(_clock.GetUtcNow()).PayloadHash("UNSIGNED-PAYLOAD"))).Status, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task Signature_version_2_is_taken_in_urls_alone_and_verified()
    {
        string expires = _clock.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        S3Request Url(string secret) => Get("k").Query("AWSAccessKeyId", Server.AccessKeyId).Query("Expires", expires)
            .Query("Signature", Auth.LegacyQuery.Sign(secret, $"GET\n\n\n{expires}\n/{Bucket}/k"));
        await ArrangeAsync(Put("k", "body").At(_clock.GetUtcNow()));
        Assert.That((await SendAsync(Url(Server.SecretAccessKey).Anonymous())).Text, Is.EqualTo("body"));
        AssertError(await SendAsync(Url("wrong").Anonymous()), 403, "SignatureDoesNotMatch");
        AssertError(await SendAsync(Get("k").UnsignedHeader("Authorization", "AWS key:signature").Anonymous()), 400, "InvalidRequest");
        _clock.Advance(TimeSpan.FromMinutes(2));
        AssertError(await SendAsync(Url(Server.SecretAccessKey).Anonymous()), 403, "AccessDenied");
    }

    [Test]
    public async Task Presigned_url_puts_and_gets_until_it_expires()
    {
        S3Answer put = await SendAsync(Put("k", "body").At(_clock.GetUtcNow()).Presign(60));
        S3Answer get = await SendAsync(Get("k").At(_clock.GetUtcNow()).Presign(60));
        S3Request late = Get("k").At(_clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromSeconds(61));
        S3Answer expired = await SendAsync(late.Presign(60));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(get.Text, Is.EqualTo("body"));
            Assert.That(expired.Element("Message"), Is.EqualTo("Request has expired"));
        }
    }

    [Test]
    public async Task Presigned_url_of_more_than_a_week_is_refused() =>
        AssertError(await SendAsync(Get("k").At(_clock.GetUtcNow()).Presign(604801)), 400, "AuthorizationQueryParametersError");

    [Test]
    public async Task Session_token_that_nobody_issued_is_refused() =>
        AssertError(await SendAsync(Get("k").At(_clock.GetUtcNow()).Header("x-amz-security-token", "t")), 400, "InvalidToken");

    [Test]
    public void Options_never_show_their_secrets() =>
        Assert.That(new S3TestServerOptions { SecretAccessKey = "hush", SessionToken = "hush" }.ToString(), Does.Not.Contain("hush"));
}
