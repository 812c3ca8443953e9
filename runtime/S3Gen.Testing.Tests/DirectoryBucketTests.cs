using System.Net;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class DirectoryBucketTests : ServerFixture
{
    private const string Zonal = "name--use1-az4--x-s3";
    private const string Configuration =
        "<CreateBucketConfiguration><Location><Name>use1-az4</Name><Type>AvailabilityZone</Type></Location><Bucket><DataRedundancy>SingleAvailabilityZone</DataRedundancy><Type>Directory</Type></Bucket></CreateBucketConfiguration>";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    protected override S3TestServerOptions Options => new() { TimeProvider = _clock };

    [SetUp]
    public Task CreateBucket() => ArrangeAsync(Express(HttpMethod.Put, "/" + Zonal).Body(Configuration));

    [Test]
    public async Task Session_signs_requests_to_its_bucket()
    {
        S3Answer session = await OpenAsync();

        await ArrangeAsync(With(session, Express(HttpMethod.Put, $"/{Zonal}/k").Body("content")));

        Assert.That((await SendAsync(With(session, Express(HttpMethod.Get, $"/{Zonal}/k")))).Text, Is.EqualTo("content"));
    }

    [Test]
    public async Task Object_is_renamed_in_one_step_and_only_if_its_conditions_hold()
    {
        S3Answer session = await OpenAsync();
        await ArrangeAsync(With(session, Express(HttpMethod.Put, $"/{Zonal}/old").Body("content")));
        S3Request Rename(string to) => Express(HttpMethod.Put, $"/{Zonal}/{to}").Query("renameObject").Header("x-amz-rename-source", $"/{Zonal}/old");
        AssertError(await SendAsync(With(session, Rename("new")).Header("x-amz-rename-source-if-match", "other")), 412, "PreconditionFailed");

        await ArrangeAsync(With(session, Rename("new")));

        Assert.That((await SendAsync(With(session, Express(HttpMethod.Get, $"/{Zonal}/new")))).Text, Is.EqualTo("content"));
        AssertError(await SendAsync(With(session, Express(HttpMethod.Get, $"/{Zonal}/old"))), 404, "NoSuchKey");
    }

    [Test]
    public async Task Session_ends_after_five_minutes()
    {
        S3Answer session = await OpenAsync();
        _clock.Advance(TimeSpan.FromMinutes(5));

        AssertError(await SendAsync(With(session, Express(HttpMethod.Get, $"/{Zonal}/k"))), 400, "ExpiredToken");
    }

    [Test]
    public async Task Session_is_of_no_use_for_another_bucket()
    {
        S3Answer session = await OpenAsync();
        await ArrangeAsync(Express(HttpMethod.Put, "/other--use1-az4--x-s3").Body(Configuration));

        AssertError(await SendAsync(With(session, Express(HttpMethod.Get, "/other--use1-az4--x-s3/k"))), 403, "AccessDenied");
    }

    [Test]
    public async Task Session_with_another_token_is_refused()
    {
        S3Answer session = await OpenAsync();

        AssertError(await SendAsync(With(session, Express(HttpMethod.Get, $"/{Zonal}/k")).Header("x-amz-s3session-token", "other")), 400, "InvalidToken");
    }

    [Test]
    public async Task Session_opens_no_further_session()
    {
        S3Answer session = await OpenAsync();

        AssertError(await SendAsync(With(session, Express(HttpMethod.Get, "/" + Zonal).Query("session", ""))), 403, "AccessDenied");
    }

    [Test]
    public async Task Plain_bucket_has_no_sessions() =>
        AssertError(await SendAsync(Request(HttpMethod.Get, "/" + Bucket).Query("session", "").At(_clock.GetUtcNow())), 405, "MethodNotAllowed");

    [Test]
    public async Task Signature_for_the_service_s3_is_refused() =>
        AssertError(await SendAsync(Request(HttpMethod.Get, $"/{Zonal}/k").At(_clock.GetUtcNow())), 400, "AuthorizationHeaderMalformed");

    [Test]
    public async Task MD5_is_not_understood() =>
        AssertError(
            await SendAsync(Express(HttpMethod.Put, $"/{Zonal}/k").Body("123456789").Header("Content-MD5", "JfnnlDI7RTiF9RgfG2JNCw==")), 501, "NotImplemented");

    [Test]
    public async Task Directory_bucket_is_not_listed_among_the_others() =>
        Assert.That((await SendAsync(Request(HttpMethod.Get, "/").At(_clock.GetUtcNow()))).Text, Does.Contain(Bucket).And.Not.Contain(Zonal));

    private static S3Request With(S3Answer session, S3Request request)
    {
        request.AccessKeyId = session.Element("AccessKeyId")!;
        request.Secret = session.Element("SecretAccessKey")!;
        return request.Header("x-amz-s3session-token", session.Element("SessionToken")!);
    }

    private S3Request Express(HttpMethod method, string path)
    {
        S3Request request = Request(method, path).At(_clock.GetUtcNow());
        request.Service = "s3express";
        return request;
    }

    private Task<S3Answer> OpenAsync() => ArrangeAsync(Express(HttpMethod.Get, "/" + Zonal).Query("session", ""));
}
