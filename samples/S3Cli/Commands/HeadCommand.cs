using System.CommandLine;
using S3Cli.App;
using S3Cli.Locations;
using S3Cli.Options;
using S3Cli.Output.Messages;
using S3Gen;

namespace S3Cli.Commands;

/// <summary><c>head</c>: what S3 knows of an object or bucket.</summary>
internal sealed class HeadCommand : ICliCommand
{
    private readonly Argument<S3Url> _url = CommandOptions.Url("The object or bucket.");
    private readonly Option<string?> _versionId = CommandOptions.VersionId();

    public HeadCommand() => Definition = new Command("head", "Shows an object's size, type, metadata and more; exit code 3 if it is not there.") { _url, _versionId };

    public Command Definition { get; }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        S3Url url = context.Get(_url);
        context.Output.Write(url.IsBucket
            ? await DescribeBucketAsync(context.Client, url, cancellationToken)
            : await DescribeObjectAsync(context.Client, url, context.Get(_versionId), cancellationToken));
        return ExitCode.Success;
    }

    private static async Task<Message> DescribeBucketAsync(S3Client client, S3Url url, CancellationToken cancellationToken)
    {
        HeadBucketResponse found = await client.HeadBucketAsync(new HeadBucketRequest { Bucket = url.Bucket }, cancellationToken);
        return new BucketDescribed(url.ToString(), found.BucketRegion);
    }

    private static async Task<Message> DescribeObjectAsync(S3Client client, S3Url url, string? versionId, CancellationToken cancellationToken)
    {
        HeadObjectRequest request = new() { Bucket = url.Bucket, Key = url.Key, VersionId = versionId, ChecksumMode = ChecksumMode.Enabled };
        HeadObjectResponse found = await client.HeadObjectAsync(request, cancellationToken);
        return new ObjectDescribed(url.ToString(), found.ContentLength ?? 0, found.LastModified, found.ETag)
        {
            ContentType = found.ContentType,
            ContentEncoding = found.ContentEncoding,
            CacheControl = found.CacheControl,
            ContentDisposition = found.ContentDisposition,
            VersionId = found.VersionId,
            StorageClass = found.StorageClass?.Value,
            Encryption = found.ServerSideEncryption?.Value,
            Checksum = ChecksumOf(found),
            Metadata = found.Metadata,
        };
    }

    private static string? ChecksumOf(HeadObjectResponse found) => found switch
    {
        { ChecksumCRC64NVME: { } crc64 } => $"CRC64NVME {crc64}",
        { ChecksumCRC32C: { } crc32c } => $"CRC32C {crc32c}",
        { ChecksumCRC32: { } crc32 } => $"CRC32 {crc32}",
        { ChecksumSHA256: { } sha256 } => $"SHA256 {sha256}",
        { ChecksumSHA1: { } sha1 } => $"SHA1 {sha1}",
        _ => null,
    };
}
