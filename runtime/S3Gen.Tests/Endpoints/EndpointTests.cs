using S3Gen.Tests.Doubles;

namespace S3Gen.Tests.Endpoints;

/// <summary>Where requests go, at AWS and at other stores.</summary>
public sealed class EndpointTests
{
    private const string Arn = "arn:aws:s3:eu-west-1:123456789012:accesspoint/reports";

    [TestCase("photos", ExpectedResult = "https://photos.s3.eu-west-1.amazonaws.com/key")]
    [TestCase("my.photos", ExpectedResult = "https://s3.eu-west-1.amazonaws.com/my.photos/key")]
    [TestCase("Old_Photos", ExpectedResult = "https://s3.eu-west-1.amazonaws.com/Old_Photos/key")]
    [TestCase(Arn, ExpectedResult = "https://reports-123456789012.s3-accesspoint.eu-west-1.amazonaws.com/key")]
    public Task<string> Bucket_at_AWS(string bucket) => SendAsync(new S3ClientOptions { Region = "eu-west-1" }, bucket);

    [TestCase("http://localhost:9000", "photos", ExpectedResult = "http://localhost:9000/photos/key")]
    [TestCase("http://localhost:9000/", "my.photos", ExpectedResult = "http://localhost:9000/my.photos/key")]
    [TestCase("http://localhost:9000", "Old_Photos", ExpectedResult = "http://localhost:9000/Old_Photos/key")]
    [TestCase("http://127.0.0.1:9000", "photos", ExpectedResult = "http://127.0.0.1:9000/photos/key")]
    [TestCase("http://[::1]:9000", "photos", ExpectedResult = "http://[::1]:9000/photos/key")]
    [TestCase("https://store.example/base/path/", "photos", ExpectedResult = "https://store.example/base/path/photos/key")]
    [TestCase("https://STORE.example:443/a%20b", "photos", ExpectedResult = "https://store.example/a%20b/photos/key")]
    [TestCase("https://store.example", Arn, ExpectedResult = "https://reports-123456789012.store.example/key")]
    public Task<string> Bucket_at_a_store_of_ones_own_is_part_of_the_path(string endpoint, string bucket) =>
        SendAsync(new S3ClientOptions { Region = "eu-west-1", EndpointUrl = new Uri(endpoint) }, bucket);

    [TestCase("http://store.example:9000", "photos", ExpectedResult = "http://photos.store.example:9000/key")]
    [TestCase("http://store.example/base", "photos", ExpectedResult = "http://photos.store.example/base/key")]
    [TestCase("http://store.example", "my.photos", ExpectedResult = "http://my.photos.store.example/key")]
    [TestCase("https://store.example", "Old_Photos", ExpectedResult = "https://store.example/Old_Photos/key")]
    [TestCase("http://127.0.0.1:9000", "photos", ExpectedResult = "http://127.0.0.1:9000/photos/key")]
    public Task<string> Bucket_at_a_store_of_ones_own_is_part_of_the_host_where_that_is_asked_for(string endpoint, string bucket) =>
        SendAsync(new S3ClientOptions { Region = "eu-west-1", EndpointUrl = new Uri(endpoint), ForcePathStyle = false }, bucket);

    [TestCase("arn:aws:s3:eu-west-1:123456789012:thing:x", "Invalid ARN: Unrecognized format: arn:aws:s3:eu-west-1:123456789012:thing:x (type: thing)")]
    [TestCase("arn:aws:s3:eu/west:123456789012:accesspoint:x", "Invalid region in ARN: `eu/west` (invalid DNS name)")]
    [TestCase("arn:aws:s3:us-west -2:123456789012:accesspoint:x", "Invalid region in ARN: `us-west -2` (invalid DNS name)")]
    [TestCase("arn:aws:s3:eu-west-1:123456789012:accesspoint:x\n", "Invalid ARN: The access point name may only contain a-z, A-Z, 0-9 and `-`. Found: `x\n`")]
    [TestCase("arn:aws:s3:us-west-2:123456789012:", "Invalid ARN: `arn:aws:s3:us-west-2:123456789012:` was not a valid ARN")]
    public async Task Arn_that_leads_nowhere_is_refused_in_the_words_of_the_rule(string bucket, string rule)
    {
        EndpointRuleException refusal = (await Assert.ThrowsAsync<EndpointRuleException>(() => SendAsync(new S3ClientOptions { Region = "eu-west-1" }, bucket)))!;

        Assert.That(refusal.Message, Is.EqualTo(rule));
    }

    [Test]
    public async Task Options_that_contradict_each_other_are_refused_in_the_words_of_the_rule()
    {
        S3ClientOptions options = new() { Region = "eu-west-1", EndpointUrl = new Uri("https://store.example"), UseFips = true };

        EndpointRuleException refusal = (await Assert.ThrowsAsync<EndpointRuleException>(() => SendAsync(options, "photos")))!;

        Assert.That(refusal.Message, Is.EqualTo("A custom endpoint cannot be combined with FIPS"));
    }

    [TestCase("eu/west", null)]
    [TestCase("eu-west-1", "https://store.example/?a=b")]
    public void Region_with_a_slash_and_endpoint_with_a_query_are_refused_by_the_constructor(string region, string? endpoint)
    {
        S3ClientOptions options = new() { Region = region, EndpointUrl = endpoint is null ? null : new Uri(endpoint) };

        Assert.That(() => new S3Client(options), Throws.ArgumentException.With.Message.Contains(endpoint is null ? "Region" : "has a query"));
    }

    [TestCase(false, ExpectedResult = "https://route.s3-object-lambda.eu-west-1.amazonaws.com/WriteGetObjectResponse")]
    [TestCase(true, ExpectedResult = "https://s3-object-lambda.eu-west-1.amazonaws.com/WriteGetObjectResponse")]
    public Task<string> Prefix_of_the_host_can_be_left_out(bool disable) => SendAsync(
        new S3ClientOptions { Region = "eu-west-1", DisableHostPrefix = disable },
        s3 => s3.WriteGetObjectResponseAsync(new WriteGetObjectResponseRequest { RequestRoute = "route", RequestToken = "token" }));

    private static Task<string> SendAsync(S3ClientOptions options, string bucket) => SendAsync(options, s3 => s3.HeadObjectAsync(bucket, "key"));

    private static async Task<string> SendAsync(S3ClientOptions options, Func<S3Client, Task> call)
    {
        ScriptedTransport transport = new(ScriptedTransport.Empty());
        using S3Client s3 = new(new S3ClientOptions
        {
            Region = options.Region,
            EndpointUrl = options.EndpointUrl,
            ForcePathStyle = options.ForcePathStyle,
            UseFips = options.UseFips,
            DisableHostPrefix = options.DisableHostPrefix,
            Credentials = new StaticCredentialProvider(new Credentials("AKIDEXAMPLE", "secret")),
            Transport = transport,
        });
        try
        {
            await call(s3);
        }
        catch (ArgumentException)
        {
            Assert.That(transport.Requests, Is.Empty);
            throw;
        }

        return transport.Requests.Single().Uri.Split('?')[0];
    }
}
