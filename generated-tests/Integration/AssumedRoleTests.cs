using S3Gen.Integration.Servers;

namespace S3Gen.Integration;

/// <summary>moto is a Security Token Service too, which checks signatures and gives keys that its S3 takes.</summary>
public sealed class AssumedRoleTests
{
    [Test]
    public async Task Keys_of_an_assumed_role_open_buckets()
    {
        await using ServerUnderTest server = await ServerCatalog.ConnectAsync(ServerNames.Moto);
        AssumedRole role = Role(server);
        using AssumeRoleCredentialProvider provider = new(role, server.Options.Credentials!, server.Options);
        await using S3Client client = new(new S3ClientOptions { BasedOn = server.Options, Credentials = provider });
        Credentials keys = await provider.GetCredentialsAsync();
        string bucket = $"s3gen-sts-{Guid.NewGuid():N}";

        await client.CreateBucketAsync(bucket);
        await client.DeleteBucketAsync(bucket);

        Assert.That(keys.AccessKeyId, Does.StartWith("ASIA"));
        Assert.That(keys.SessionToken, Is.Not.Null);
        Assert.That(keys.Expiration - DateTimeOffset.UtcNow, Is.EqualTo(TimeSpan.FromMinutes(20)).Within(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task Wrong_secret_is_refused_in_the_services_words()
    {
        await using ServerUnderTest server = await ServerCatalog.ConnectAsync(ServerNames.Moto);
        string id = (await server.Options.Credentials!.GetCredentialsAsync()).AccessKeyId;
        using AssumeRoleCredentialProvider provider = new(Role(server), new StaticCredentialProvider(id, "wrong"), server.Options);

        await Assert.ThatAsync(
            () => provider.GetCredentialsAsync().AsTask(),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains("SignatureDoesNotMatch").And.Message.Not.Contains("wrong"));
    }

    [Test]
    public async Task Cross_account_preset_is_all_that_a_client_needs()
    {
        await using ServerUnderTest server = await ServerCatalog.ConnectAsync(ServerNames.Moto);
        await using S3Client client = new(new S3ClientOptions { BasedOn = ClientPresets.CrossAccount(Role(server), server.Options) });

        ListBucketsResponse buckets = await client.ListBucketsAsync(new ListBucketsRequest());

        Assert.That(buckets.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.OK));
    }

    private static AssumedRole Role(ServerUnderTest server) => new()
    {
        RoleArn = Environment.GetEnvironmentVariable("MOTO_ROLE_ARN")!,
        SessionName = "integration",
        ExternalId = "external",
        Duration = TimeSpan.FromMinutes(20),
        EndpointUrl = server.Options.EndpointUrl,
    };
}
