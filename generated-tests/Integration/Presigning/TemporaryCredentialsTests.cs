using System.Text;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Presigning;

/// <summary>URLs and forms of an assumed role carry its token, which the gateway that gave it demands.</summary>
public sealed class TemporaryCredentialsTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("temporary");

    private readonly string _bucket = $"s3gen-it-{Guid.NewGuid():N}"[..30];

    private ServerUnderTest? _server;
    private AssumeRoleCredentialProvider? _keys;
    private S3Client? _s3;

    [OneTimeSetUp]
    public async Task AssumeRoleAsync()
    {
        _server = await ServerCatalog.ConnectAsync(ServerNames.CephRgw);
        Uri gateway = new(ServerCatalog.Require(ServerNames.CephRgw, "RGW_STS_ENDPOINT"));
        AssumedRole role = new() { RoleArn = ServerCatalog.Require(ServerNames.CephRgw, "RGW_ROLE_ARN"), SessionName = "presigning", Duration = TimeSpan.FromMinutes(15), EndpointUrl = gateway };
        _keys = new AssumeRoleCredentialProvider(role, _server.Options.Credentials!, _server.Options);
        _s3 = new S3Client(new S3ClientOptions { BasedOn = _server.Options, EndpointUrl = gateway, Credentials = _keys });
        await _s3.CreateBucketAsync(_bucket);
    }

    [OneTimeTearDown]
    public async Task CleanUpAsync()
    {
        if (_s3 is not null)
        {
            await BucketCleaner.RemoveAsync(_s3, _bucket);
            await _s3.DisposeAsync();
        }

        _keys?.Dispose();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Test]
    public async Task URL_works_with_its_token_until_the_role_ends()
    {
        await _s3!.PutObjectAsync(new PutObjectRequest { Bucket = _bucket, Key = "read me", Body = RequestBody.FromBytes(Content) });

        PresignedUrl url = await _s3.PresignAsync(new GetObjectRequest { Bucket = _bucket, Key = "read me" });
        CurlAnswer answer = await Curl.To(url).SendAsync();
        CurlAnswer other = await Curl.To(url, url.AbsoluteUri.Replace("X-Amz-Security-Token=", "X-Amz-Security-Token=A", StringComparison.Ordinal)).SendAsync();

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "temporary")));
        Assert.That(other.Status, Is.EqualTo(403));
        Assert.That(url.EffectiveExpiry, Is.EqualTo((await _keys!.GetCredentialsAsync()).Expiration).And.LessThan(url.ExpiresAt));
    }

    [Test]
    public async Task Form_works_with_its_token_and_not_without()
    {
        PresignedPost post = await _s3!.PresignPostAsync(new PostPolicy { Bucket = _bucket, Key = "form" }.RequireLength(1, 100));

        CurlAnswer without = await Curl.Form(post.Url, post.Fields.Where(static field => field.Key != "x-amz-security-token"), Content).SendAsync();
        CurlAnswer answer = await Curl.To(post, Content).SendAsync();

        Assert.That((without.Status, answer.Status), Is.EqualTo((403, 204)), answer.Text);
    }
}
