using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace S3Gen.Tests.Presigning;

public sealed class PresignedUrlTests
{
    private static readonly GetObjectRequest Get = new() { Bucket = "photos", Key = "a b/ü.jpg" };

    [Test]
    public async Task Without_options_a_URL_is_valid_for_an_hour_and_needs_no_headers()
    {
        using S3Client s3 = PresignClient.Create();

        PresignedUrl url = await s3.PresignAsync(Get);

        Assert.That(url.AbsoluteUri, Does.StartWith("https://photos.s3.eu-central-1.amazonaws.com/a%20b/%C3%BC.jpg?X-Amz-Algorithm=AWS4-HMAC-SHA256&"));
        Assert.That(url.Method, Is.EqualTo(HttpMethod.Get));
        Assert.That(url.SignedHeaders, Is.Empty);
        Assert.That(url.Body.IsEmpty, Is.True);
        Assert.That(PresignClient.QueryOf(url)["X-Amz-Expires"], Is.EqualTo("3600"));
        Assert.That(PresignClient.QueryOf(url)["X-Amz-Date"], Is.EqualTo("20260701T120000Z"));
        Assert.That(url.ExpiresAt, Is.EqualTo(new DateTimeOffset(2026, 7, 1, 13, 0, 0, TimeSpan.Zero)));
        Assert.That(url.EffectiveExpiry, Is.EqualTo(url.ExpiresAt));
    }

    [TestCase(1)]
    [TestCase(604_800)]
    public async Task Expiry_of_one_second_and_of_seven_days_is_taken(int seconds)
    {
        using S3Client s3 = PresignClient.Create();
        PresignedUrl url = await s3.PresignAsync(Get, new PresignOptions { Expires = TimeSpan.FromSeconds(seconds) });
        Assert.That(PresignClient.QueryOf(url)["X-Amz-Expires"], Is.EqualTo($"{seconds}"));
    }

    [TestCase(0)]
    [TestCase(-60)]
    [TestCase(0.5)]
    [TestCase(1.5)]
    [TestCase(604_801)]
    public async Task Other_expiries_are_refused_with_the_rule(double seconds)
    {
        using S3Client s3 = PresignClient.Create();
        ArgumentOutOfRangeException refusal = (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => s3.PresignAsync(Get, new PresignOptions { Expires = TimeSpan.FromSeconds(seconds) })))!;
        Assert.That(refusal.Message, Does.Contain("whole seconds from 1 second to 7 days"));
    }

    [Test]
    public async Task URL_that_outlives_its_credentials_says_so_and_warns()
    {
        LogLines log = new();
        DateTimeOffset end = PresignClient.Now.AddMinutes(10);
        using S3Client s3 = PresignClient.Create(new Credentials("AKIDEXAMPLE", "the-secret", "the-token", end), loggers: log);

        PresignedUrl url = await s3.PresignAsync(Get);

        Assert.That(url.EffectiveExpiry, Is.EqualTo(end));
        Assert.That(url.ExpiresAt, Is.GreaterThan(end));
        (LogLevel _, string warning) = log.Lines.Single(static line => line.Level == LogLevel.Warning);
        Assert.That(warning, Does.Contain("2026-07-01 12:10:00Z"));
        Assert.That(log.Lines.Select(static line => line.Text), Has.None.Contains("the-token").And.None.Contains("Signature"));
    }

    [Test]
    public async Task Session_token_response_overrides_and_version_are_parameters()
    {
        using S3Client s3 = PresignClient.Create(new Credentials("AKIDEXAMPLE", "secret", "token/+="));

        PresignedUrl url = await s3.PresignAsync(new GetObjectRequest
        {
            Bucket = "photos", Key = "key", VersionId = "v/1+", ResponseContentType = "text/plain; charset=utf-8", ResponseContentDisposition = "attachment; filename=\"a b\"",
        });

        Dictionary<string, string> query = PresignClient.QueryOf(url);
        Assert.That(query["X-Amz-Security-Token"], Is.EqualTo("token/+="));
        Assert.That(query["versionId"], Is.EqualTo("v/1+"));
        Assert.That(query["response-content-type"], Is.EqualTo("text/plain; charset=utf-8"));
        Assert.That(query["response-content-disposition"], Is.EqualTo("attachment; filename=\"a b\""));
        Assert.That(query.Keys, Does.Not.Contain("x-id"));
    }

    [Test]
    public async Task Headers_of_an_upload_are_signed_and_have_to_be_sent()
    {
        using S3Client s3 = PresignClient.Create();

        PresignedUrl url = await s3.PresignAsync(new PutObjectRequest
        {
            Bucket = "photos",
            Key = "key",
            ContentType = "image/png",
            ContentLength = 1234,
            ContentMD5 = "1B2M2Y8AsgTpgAmY7PhCfg==",
            ChecksumCRC32 = "AAAAAA==",
            ACL = ObjectCannedACL.PublicRead,
            ServerSideEncryption = ServerSideEncryption.AwsKms,
            SSEKMSKeyId = "key-1",
            Metadata = new Dictionary<string, string> { ["City"] = "Berlin" },
        });

        Assert.That(url.Method, Is.EqualTo(HttpMethod.Put));
        Assert.That(url.SignedHeaders.ToDictionary(static header => header.Key.ToLowerInvariant(), static header => header.Value), Is.EqualTo(new Dictionary<string, string>
        {
            ["content-length"] = "1234",
            ["content-md5"] = "1B2M2Y8AsgTpgAmY7PhCfg==",
            ["content-type"] = "image/png",
            ["x-amz-acl"] = "public-read",
            ["x-amz-checksum-crc32"] = "AAAAAA==",
            ["x-amz-meta-city"] = "Berlin",
            ["x-amz-server-side-encryption"] = "aws:kms",
            ["x-amz-server-side-encryption-aws-kms-key-id"] = "key-1",
        }));
        Assert.That(
            PresignClient.QueryOf(url)["X-Amz-SignedHeaders"],
            Is.EqualTo("content-length;content-md5;content-type;host;x-amz-acl;x-amz-checksum-crc32;x-amz-meta-city;x-amz-server-side-encryption;x-amz-server-side-encryption-aws-kms-key-id"));
    }

    [Test]
    public async Task Document_comes_with_the_URL_and_its_digest_is_signed()
    {
        using S3Client s3 = PresignClient.Create();

        PresignedUrl url = await s3.PresignAsync(new DeleteObjectsRequest { Bucket = "photos", Delete = new Delete { Objects = [new ObjectIdentifier { Key = "a" }] } });

        Assert.That(Encoding.UTF8.GetString(url.Body.Span), Does.Contain("<Key>a</Key>"));
        Assert.That(url.SignedHeaders["content-md5"], Is.EqualTo(Convert.ToBase64String(MD5.HashData(url.Body.Span))));
        Assert.That(url.SignedHeaders["Content-Type"], Is.EqualTo("application/xml"));
    }

    [Test]
    public Task Content_is_refused() => Refused(
        new PutObjectRequest { Bucket = "photos", Key = "key", Body = RequestBody.FromString("hello") }, "PutObjectRequest.Body is not part of a presigned URL");

    [Test]
    public Task Algorithm_without_checksum_is_refused() => Refused(
        new PutObjectRequest { Bucket = "photos", Key = "key", ChecksumAlgorithm = ChecksumAlgorithm.Crc32 }, "give the checksum itself");

    [Test]
    public Task Request_that_breaks_a_rule_is_refused() => Refused(new GetObjectRequest { Bucket = "photos", Key = "" }, "GetObjectRequest.Key must not be empty");

    [TestCase("arn:")]
    [TestCase("arn:aws:s3")]
    [TestCase("arn:aws:s3:us-west-2:123456789012:")]
    [TestCase("arn::s3:us-west-2:123456789012:accesspoint/a")]
    public Task ARN_that_is_none_is_refused(string bucket) => Refused(new GetObjectRequest { Bucket = bucket, Key = "key" }, $"Invalid ARN: `{bucket}` was not a valid ARN");

    [TestCase(0)]
    [TestCase(-10)]
    public async Task Credentials_that_have_ended_sign_nothing(int minutes)
    {
        using S3Client s3 = PresignClient.Create(new Credentials("AKIDEXAMPLE", "secret", "token", PresignClient.Now.AddMinutes(minutes).AddMilliseconds(-250)));
        CredentialsException refusal = (await Assert.ThrowsAsync<CredentialsException>(() => s3.PresignAsync(Get)))!;
        Assert.That(refusal.Message, Does.Contain("ended at 2026-07-01 1"));
        await Assert.ThrowsAsync<CredentialsException>(() => s3.PresignPostAsync(new PostPolicy { Bucket = "photos", Key = "key" }));
    }

    [Test]
    public async Task Anonymous_credentials_sign_nothing()
    {
        using S3Client s3 = PresignClient.Create(Credentials.Anonymous);
        await Assert.ThrowsAsync<CredentialsException>(() => s3.PresignAsync(Get));
        await Assert.ThrowsAsync<CredentialsException>(() => s3.PresignPostAsync(new PostPolicy { Bucket = "photos", Key = "key" }));
    }

    [Test]
    public async Task Caller_who_cancels_while_credentials_are_looked_for_ends_it()
    {
        using S3Client s3 = new(new S3ClientOptions { Region = "eu-central-1", Credentials = new ScriptedCredentials(static token => Task.Delay(Timeout.Infinite, token)) });
        using CancellationTokenSource source = new();
        Task<PresignedUrl> url = s3.PresignAsync(Get, cancellationToken: source.Token);
        Task<PresignedPost> post = s3.PresignPostAsync(new PostPolicy { Bucket = "photos", Key = "key" }, source.Token);
        await source.CancelAsync();
        Assert.That((await Assert.CatchAsync<OperationCanceledException>(() => url))!.CancellationToken, Is.EqualTo(source.Token));
        Assert.That((await Assert.CatchAsync<OperationCanceledException>(() => post))!.CancellationToken, Is.EqualTo(source.Token));
    }

    [Test]
    public async Task Provider_that_fails_or_never_answers_is_named()
    {
        using S3Client failing = new(new S3ClientOptions { Region = "eu-central-1", Credentials = new ScriptedCredentials(static _ => throw new IOException("disk on fire")) });
        using S3Client silent = new(new S3ClientOptions
        {
            Region = "eu-central-1",
            Credentials = new ScriptedCredentials(static token => Task.Delay(Timeout.Infinite, token)),
            ReadTimeout = TimeSpan.FromMilliseconds(20),
        });
        Assert.That((await Assert.ThrowsAsync<CredentialsException>(() => failing.PresignAsync(Get)))!.Message, Does.Contain("disk on fire"));
        Assert.That((await Assert.ThrowsAsync<ServiceConnectionException>(() => silent.PresignAsync(Get)))!.Message, Does.Contain("ReadTimeout"));
    }

    [Test]
    public async Task Disposed_client_signs_nothing()
    {
        S3Client s3 = PresignClient.Create();
        s3.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => s3.PresignAsync(Get));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => s3.PresignPostAsync(new PostPolicy { Bucket = "photos", Key = "key" }));
    }

    [Test]
    public async Task Multi_region_access_point_is_signed_with_version_4A_for_its_regions()
    {
        Endpoint accessPoint = new()
        {
            Scheme = "https",
            Authority = "mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com",
            SigningRegion = "",
            SigningName = "s3",
            SigningScheme = SigningScheme.SigV4a,
            SigningRegionSet = "*",
        };
        using S3Client s3 = PresignClient.Create(resolver: new FixedEndpoint(accessPoint));

        PresignedUrl url = await s3.PresignAsync(new GetObjectRequest { Bucket = "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap", Key = "key" });

        Dictionary<string, string> query = PresignClient.QueryOf(url);
        Assert.That(query["X-Amz-Algorithm"], Is.EqualTo("AWS4-ECDSA-P256-SHA256"));
        Assert.That(query["X-Amz-Region-Set"], Is.EqualTo("*"));
        Assert.That(query["X-Amz-Credential"], Is.EqualTo("AKIDEXAMPLE/20260701/s3/aws4_request"));
        Assert.That(query["X-Amz-Signature"], Does.StartWith("30"));
        ArgumentException refusal = (await Assert.ThrowsAsync<ArgumentException>(
            () => s3.PresignPostAsync(new PostPolicy { Bucket = "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap", Key = "key" })))!;
        Assert.That(refusal.Message, Does.Contain("takes no forms"));
    }

    [TestCase("dots/../x/./y")]
    [TestCase("double//slash/")]
    [TestCase("/leading")]
    [TestCase("..")]
    [TestCase("pl+us per%25cent")]
    public async Task Key_stands_in_the_URL_as_it_is_encoded_and_is_not_normalized(string key)
    {
        using S3Client s3 = PresignClient.Create();
        PresignedUrl url = await s3.PresignAsync(new GetObjectRequest { Bucket = "photos", Key = key });
        string encoded = string.Join('/', key.Split('/').Select(Uri.EscapeDataString));
        Assert.That(url.AbsoluteUri.Split('?')[0], Is.EqualTo($"https://photos.s3.eu-central-1.amazonaws.com/{encoded}"));
        Assert.That(url.Uri.PathAndQuery, Does.StartWith($"/{encoded}?"));
    }

    [Test]
    public async Task Text_of_a_URL_shows_no_signature_no_credential_and_no_headers()
    {
        using S3Client s3 = PresignClient.Create(new Credentials("AKIDEXAMPLE", "the-secret", "the-token"));
        PresignedUrl url = await s3.PresignAsync(new GetObjectRequest { Bucket = "photos", Key = "key", SSECustomerKey = Convert.ToBase64String(new byte[32]) });
        Assert.That(url.ToString(), Is.EqualTo(
            "GET https://photos.s3.eu-central-1.amazonaws.com/key?[signed query redacted], expires 2026-07-01 13:00:00Z"));
    }

    private static async Task Refused(IPresignable request, string rule)
    {
        using S3Client s3 = PresignClient.Create();
        ArgumentException refusal = (await Assert.CatchAsync<ArgumentException>(() => s3.PresignAsync(request)))!;
        Assert.That(refusal.Message, Does.Contain(rule));
    }
}
