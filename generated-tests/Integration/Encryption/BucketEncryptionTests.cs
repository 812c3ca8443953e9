using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Encryption;

/// <summary>What a bucket encrypts objects with that ask for nothing.</summary>
public sealed class BucketEncryptionTests(string server) : EncryptionSuite(server)
{
    [Test]
    public async Task Configuration_is_kept_and_holds_for_new_objects()
    {
        NotOn(ServerNames.CephRgw, "16.2 takes PutBucketEncryption for CreateBucket, and DeleteBucketEncryption for DeleteBucket");
        await S3.PutBucketEncryptionAsync(new PutBucketEncryptionRequest
        {
            Bucket = Bucket,
            ServerSideEncryptionConfiguration = new ServerSideEncryptionConfiguration
            {
                Rules =
                [
                    new ServerSideEncryptionRule
                    {
                        ApplyServerSideEncryptionByDefault = new ServerSideEncryptionByDefault
                        {
                            SSEAlgorithm = ServerSideEncryption.AwsKms, KMSMasterKeyID = ManagedKey,
                        },
                        BucketKeyEnabled = true,
                    },
                ],
            },
        });
        ServerSideEncryptionRule rule = (await S3.GetBucketEncryptionAsync(Bucket)).ServerSideEncryptionConfiguration!.Rules.Single();
        await PutAsync("by default", Random(10));
        HeadObjectResponse head = await S3.HeadObjectAsync(Bucket, "by default");
        await S3.DeleteBucketEncryptionAsync(Bucket);
        await PutAsync("after", Random(10));

        Assert.That(rule.BucketKeyEnabled, Is.True);
        Assert.That(
            (rule.ApplyServerSideEncryptionByDefault!.SSEAlgorithm, rule.ApplyServerSideEncryptionByDefault.KMSMasterKeyID),
            Is.EqualTo((ServerSideEncryption.AwsKms, ManagedKey)));
        Assert.That((head.ServerSideEncryption, head.SSEKMSKeyId), Is.EqualTo((ServerSideEncryption.AwsKms, ManagedKey)));
        Assert.That((await S3.HeadObjectAsync(Bucket, "after")).ServerSideEncryption, Is.Not.EqualTo(ServerSideEncryption.AwsKms));
    }
}
