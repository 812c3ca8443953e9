using System.Net;
using S3Gen.Testing;

namespace S3Gen.Tests.Presigning;

/// <summary>Signature Version 4A against a server that derives the key and verifies with code of its own.</summary>
public sealed class AsymmetricSignatureTests
{
    private const string Key = "dir//a b/../ü+%.txt";

    private S3TestServer _server = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _server = await S3TestServer.StartAsync();
        await using S3Client s3 = Client("*");
        await s3.CreateBucketAsync("bucket");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [TestCase("*")]
    [TestCase("eu-west-1,us-east-1")]
    [TestCase("us-*")]
    public async Task Requests_and_presigned_URLs_are_accepted_in_a_region_of_the_set(string regionSet)
    {
        await using S3Client s3 = Client(regionSet);
        await s3.PutObjectAsync(new PutObjectRequest { Bucket = "bucket", Key = Key, Body = RequestBody.FromString("content") });
        PresignedUrl url = await s3.PresignAsync(new GetObjectRequest { Bucket = "bucket", Key = Key, ResponseContentType = "text/x-thing" });

        using HttpClient http = new();
        using HttpResponseMessage response = await http.GetAsync(url.Uri);

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("content"));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/x-thing"));
    }

    [Test]
    public async Task Region_outside_of_the_set_refuses()
    {
        await using S3Client s3 = Client("eu-west-1,ap-*");
        S3Exception refusal = (await Assert.CatchAsync<S3Exception>(() => s3.HeadObjectAsync("bucket", Key)))!;
        Assert.That(refusal.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Signature_with_another_secret_or_of_another_URL_is_refused()
    {
        await using S3Client other = Client("*", "another secret");
        S3Exception refusal = (await Assert.CatchAsync<S3Exception>(() => other.ListObjectsV2Async("bucket")))!;
        Assert.That(refusal.ErrorCode, Is.EqualTo("SignatureDoesNotMatch"));

        await using S3Client s3 = Client("*");
        PresignedUrl url = await s3.PresignAsync(new GetObjectRequest { Bucket = "bucket", Key = "a" });
        using HttpClient http = new();
        foreach (string address in (string[])[url.AbsoluteUri.Replace("/a?", "/b?", StringComparison.Ordinal), url.AbsoluteUri[..^2] + "zz", url.AbsoluteUri[..^4]])
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri(address));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), address);
        }
    }

    private S3Client Client(string regionSet, string? secret = null) => new(new S3ClientOptions
    {
        Region = _server.Region,
        Credentials = new StaticCredentialProvider(new Credentials(_server.AccessKeyId, secret ?? _server.SecretAccessKey)),
        EndpointResolver = new Regionless(_server.Endpoint, regionSet),
        MaxRetries = 0,
    });

    private sealed class Regionless(Uri server, string regionSet) : IEndpointResolver
    {
        public Endpoint Resolve(in EndpointParameters parameters) => new()
        {
            Scheme = server.Scheme,
            Authority = server.Authority,
            BasePath = parameters.Bucket is { } bucket ? "/" + bucket : string.Empty,
            SigningRegion = string.Empty,
            SigningName = "s3",
            SigningScheme = SigningScheme.SigV4a,
            SigningRegionSet = regionSet,
        };
    }
}
