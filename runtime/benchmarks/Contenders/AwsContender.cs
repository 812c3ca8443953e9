using Amazon.Runtime;
using Amazon.S3;
using S3Gen.Benchmarks.Compare;
using Aws = Amazon.S3.Model;

namespace S3Gen.Benchmarks.Contenders;

/// <summary>The AWS SDK for .NET. Checksums are computed where they are required, as S3Gen does at an endpoint that is not AWS.</summary>
internal sealed class AwsContender(Uri endpoint) : IContender
{
    private static readonly List<Aws.KeyVersion> KeyVersions = [.. Workload.Keys.Select(key => new Aws.KeyVersion { Key = key })];

    private readonly AmazonS3Client _client = new(new BasicAWSCredentials(Workload.AccessKey, Workload.SecretKey), new AmazonS3Config
    {
        ServiceURL = endpoint.AbsoluteUri,
        AuthenticationRegion = Workload.Region,
        ForcePathStyle = true,
        UseHttp = true,
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });

    public async Task HeadAsync() =>
        Drain.Expect(Workload.SmallSize, (await _client.GetObjectMetadataAsync(Workload.Bucket, Workload.Key)).ContentLength);

    public async Task GetAsync()
    {
        using Aws.GetObjectResponse response = await _client.GetObjectAsync(Workload.Bucket, Workload.Key);
        await Drain.ReadAsync(response.ResponseStream, Workload.SmallSize);
    }

    public Task PutAsync() => _client.PutObjectAsync(new Aws.PutObjectRequest
    {
        BucketName = Workload.Bucket, Key = Workload.Key, InputStream = new MemoryStream(Workload.SmallContent),
    });

    public async Task ListAsync() =>
        Drain.Expect(Workload.KeyCount, (await _client.ListObjectsV2Async(new Aws.ListObjectsV2Request { BucketName = Workload.Bucket })).S3Objects.Count);

    public async Task DeleteAsync() => Drain.Expect(
        Workload.KeyCount,
        (await _client.DeleteObjectsAsync(new Aws.DeleteObjectsRequest { BucketName = Workload.Bucket, Objects = KeyVersions })).DeletedObjects.Count);

    public Task PresignAsync() => _client.GetPreSignedURLAsync(new Aws.GetPreSignedUrlRequest
    {
        BucketName = Workload.Bucket, Key = Workload.Key, Expires = DateTime.UtcNow.AddHours(1), Protocol = Protocol.HTTP,
    });

    public Task UploadPartAsync(int part) => _client.UploadPartAsync(new Aws.UploadPartRequest
    {
        BucketName = Workload.Bucket,
        Key = Workload.LargeKey,
        UploadId = "1",
        PartNumber = part + 1,
        PartSize = Workload.PartSize,
        InputStream = new MemoryStream(Workload.PartContent),
    });

    public async Task DownloadPartAsync(int part)
    {
        long start = (long)part * Workload.PartSize;
        using Aws.GetObjectResponse response = await _client.GetObjectAsync(new Aws.GetObjectRequest
        {
            BucketName = Workload.Bucket, Key = Workload.LargeKey, ByteRange = new Aws.ByteRange(start, start + Workload.PartSize - 1),
        });
        await Drain.ReadAsync(response.ResponseStream, Workload.PartSize);
    }

    public Task UploadFileAsync(string path) => _client.PutObjectAsync(new Aws.PutObjectRequest
    {
        BucketName = Workload.Bucket, Key = Workload.FilePrefix + Path.GetFileName(path), FilePath = path,
    });

    public async Task DownloadFileAsync(string path)
    {
        using Aws.GetObjectResponse response = await _client.GetObjectAsync(Workload.Bucket, Workload.FilePrefix + Path.GetFileName(path));
        await response.WriteResponseStreamToFileAsync(path, append: false, CancellationToken.None);
    }

    public void Dispose() => _client.Dispose();
}
