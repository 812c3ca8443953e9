namespace S3Gen.Integration;

/// <summary>Documents of a bucket, written and read back.</summary>
public sealed class ConfigurationTests(string server) : ServerSuite(server)
{
    [Test]
    public async Task Tags_of_a_bucket()
    {
        await S3.PutBucketTaggingAsync(new PutBucketTaggingRequest { Bucket = Bucket, Tagging = new Tagging { TagSet = [new Tag { Key = "a", Value = "b" }] } });

        GetBucketTaggingResponse read = await S3.GetBucketTaggingAsync(Bucket);

        Assert.That(read.TagSet.Single().Value, Is.EqualTo("b"));
    }

    [Test]
    public async Task Cors_rules()
    {
        NotImplementedInProcess();
        CORSRule rule = new() { AllowedMethods = ["GET", "PUT"], AllowedOrigins = ["https://example.com"], MaxAgeSeconds = 3000 };

        await S3.PutBucketCorsAsync(new PutBucketCorsRequest { Bucket = Bucket, CORSConfiguration = new CORSConfiguration { CORSRules = [rule] } });
        GetBucketCorsResponse read = await S3.GetBucketCorsAsync(Bucket);

        Assert.That(read.CORSRules.Single().AllowedMethods, Is.EquivalentTo(rule.AllowedMethods));
        Assert.That(read.CORSRules.Single().MaxAgeSeconds, Is.EqualTo(3000));
    }

    [Test]
    public async Task Lifecycle_rules()
    {
        NotImplementedInProcess();
        LifecycleRule rule = new()
        {
            ID = "expire-logs",
            Status = ExpirationStatus.Enabled,
            Filter = new LifecycleRuleFilter { Prefix = "logs/" },
            Expiration = new LifecycleExpiration { Days = 30 },
        };

        await S3.PutBucketLifecycleConfigurationAsync(new PutBucketLifecycleConfigurationRequest
        {
            Bucket = Bucket, LifecycleConfiguration = new BucketLifecycleConfiguration { Rules = [rule] },
        });
        GetBucketLifecycleConfigurationResponse read = await S3.GetBucketLifecycleConfigurationAsync(Bucket);

        Assert.That(read.Rules.Single().ID, Is.EqualTo("expire-logs"));
        Assert.That(read.Rules.Single().Expiration?.Days, Is.EqualTo(30));
        Assert.That(read.Rules.Single().Filter?.Prefix, Is.EqualTo("logs/"));
    }

    [Test]
    public async Task Access_control_list()
    {
        NotImplementedInProcess();

        GetBucketAclResponse acl = await S3.GetBucketAclAsync(Bucket);

        Assert.That(acl.Owner?.ID, Is.Not.Empty);
        Assert.That(acl.Grants.Single().Permission, Is.EqualTo(Permission.FullControl));
        Assert.That(acl.Grants.Single().Grantee?.Type, Is.EqualTo(GranteeType.CanonicalUser));
    }

    [Test]
    public async Task Location()
    {
        GetBucketLocationResponse location = await S3.GetBucketLocationAsync(Bucket);

        Assert.That(location.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.OK));
    }

    private void NotImplementedInProcess() =>
        NotOn(Servers.ServerNames.InProcess, "answers NotImplemented to documents of this kind");
}
