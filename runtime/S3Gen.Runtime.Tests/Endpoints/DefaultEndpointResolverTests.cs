using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Endpoints;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Endpoints;

public sealed class DefaultEndpointResolverTests
{
    [TestCase("us-east-1", "my-bucket", ExpectedResult = "https://my-bucket.s3.us-east-1.amazonaws.com")]
    [TestCase("us-east-1", null, ExpectedResult = "https://s3.us-east-1.amazonaws.com")]
    [TestCase("us-east-1", "my.bucket", ExpectedResult = "https://s3.us-east-1.amazonaws.com/my.bucket")]
    [TestCase("us-east-1", "My_Bucket", ExpectedResult = "https://s3.us-east-1.amazonaws.com/My_Bucket")]
    [TestCase("us-east-1", "-bucket", ExpectedResult = "https://s3.us-east-1.amazonaws.com/-bucket")]
    [TestCase("cn-north-1", "bucket", ExpectedResult = "https://bucket.s3.cn-north-1.amazonaws.com.cn")]
    [TestCase("us-gov-west-1", "bucket", ExpectedResult = "https://bucket.s3.us-gov-west-1.amazonaws.com")]
    [TestCase("us-iso-east-1", "bucket", ExpectedResult = "https://bucket.s3.us-iso-east-1.c2s.ic.gov")]
    [TestCase("us-isob-east-1", "bucket", ExpectedResult = "https://bucket.s3.us-isob-east-1.sc2s.sgov.gov")]
    public string Aws_is_addressed_by_host_name_where_the_bucket_can_be_part_of_it(string region, string? bucket) =>
        Resolve(region, bucket).ToString();

    [TestCase(true, false, ExpectedResult = "https://bucket.s3.dualstack.eu-west-1.amazonaws.com")]
    [TestCase(false, true, ExpectedResult = "https://bucket.s3-fips.eu-west-1.amazonaws.com")]
    [TestCase(true, true, ExpectedResult = "https://bucket.s3-fips.dualstack.eu-west-1.amazonaws.com")]
    public string Variants_change_the_host_name(bool dualStack, bool fips) => DefaultEndpointResolver.Instance.Resolve(new EndpointParameters
    {
        Region = "eu-west-1",
        EndpointPrefix = "s3",
        SigningName = "s3",
        Bucket = "bucket",
        UseDualStack = dualStack,
        UseFips = fips,
    }).ToString();

    [TestCase("http://localhost:9000", null, ExpectedResult = "http://localhost:9000/bucket")]
    [TestCase("http://localhost:9000/", true, ExpectedResult = "http://localhost:9000/bucket")]
    [TestCase("http://localhost:9000", false, ExpectedResult = "http://bucket.localhost:9000")]
    [TestCase("https://store.example/base/path/", null, ExpectedResult = "https://store.example/base/path/bucket")]
    [TestCase("https://store.example/base", false, ExpectedResult = "https://bucket.store.example/base")]
    [TestCase("http://127.0.0.1:9000", false, ExpectedResult = "http://127.0.0.1:9000/bucket")]
    [TestCase("http://[::1]:9000", false, ExpectedResult = "http://[::1]:9000/bucket")]
    public string Own_endpoint_has_the_bucket_in_its_path_unless_told_otherwise(string url, bool? forcePathStyle) =>
        DefaultEndpointResolver.Instance.Resolve(new EndpointParameters
        {
            Region = "us-east-1",
            EndpointPrefix = "s3",
            SigningName = "s3",
            Bucket = "bucket",
            EndpointUrl = new Uri(url),
            ForcePathStyle = forcePathStyle,
        }).ToString();

    [TestCase("arn:")]
    [TestCase("arn:aws:s3:us-west-2:123456789012:")]
    [TestCase("arn::s3:us-west-2:123456789012:accesspoint/a")]
    public void Arn_that_is_none_is_refused(string bucket) => Assert.That(
        () => Resolve("us-east-1", bucket), Throws.TypeOf<EndpointRuleException>().With.Message.EqualTo($"Invalid ARN: `{bucket}` was not a valid ARN"));

    [Test]
    public void Cache_asks_once_for_each_bucket_and_stays_bounded()
    {
        CountingResolver resolver = new();
        ClientSettings settings = new(TestOperation.S3, new ClientOptions { EndpointResolver = resolver, Environment = new FakeEnvironment() });
        EndpointCache cache = new(TestOperation.S3, settings);

        Assert.That(cache.Resolve("a", default), Is.SameAs(cache.Resolve("a", default)));
        Assert.That(cache.Resolve(null, default), Is.SameAs(cache.Resolve(null, default)));
        Assert.That(resolver.Count, Is.EqualTo(2));
        for (int i = 0; i < EndpointCache.Capacity; i++)
        {
            cache.Resolve($"bucket-{i}", default);
        }

        cache.Resolve("a", default);
        Assert.That(resolver.Count, Is.EqualTo(2 + EndpointCache.Capacity + 1));
    }

    [Test]
    public void Host_prefix_precedes_the_host()
    {
        Endpoint endpoint = Resolve("us-east-1", "bucket").WithHostPrefix("route.");

        Assert.That(endpoint.Authority, Is.EqualTo("route.bucket.s3.us-east-1.amazonaws.com"));
    }

    private static Endpoint Resolve(string region, string? bucket) => DefaultEndpointResolver.Instance.Resolve(new EndpointParameters
    {
        Region = region,
        EndpointPrefix = "s3",
        SigningName = "s3",
        Bucket = bucket,
    });

    private sealed class CountingResolver : IEndpointResolver
    {
        public int Count { get; private set; }

        public Endpoint Resolve(in EndpointParameters parameters)
        {
            Count++;
            return DefaultEndpointResolver.Instance.Resolve(parameters);
        }
    }
}
