using System.CommandLine;
using S3Cli.App;
using S3Cli.Deleting;
using S3Cli.Failures;
using S3Cli.Listing;
using S3Cli.Locations;
using S3Cli.Options;
using S3Cli.Output.Messages;
using S3Gen;

namespace S3Cli.Commands;

/// <summary><c>rb</c>: removes a bucket, with <c>--force</c> and all that is in it.</summary>
internal sealed class RemoveBucketCommand : ICliCommand
{
    private readonly Argument<S3Url> _url = CommandOptions.Url("The bucket.");
    private readonly Option<bool> _force = new("--force") { Description = "Deletes all objects first, all their versions, and uploads that were never finished." };
    private readonly Option<bool> _dryRun = CommandOptions.DryRun();

    public RemoveBucketCommand() => Definition = new Command("rb", "Removes a bucket.") { _url, _force, _dryRun };

    public Command Definition { get; }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        S3Url url = CommandOptions.RequireBucket(context.Get(_url));
        bool isDryRun = context.Get(_dryRun);
        if (context.Get(_force) && !await EmptyAsync(context, url.Bucket, isDryRun, cancellationToken))
        {
            context.Output.Fail(new Failure("rb", $"{url} stays, since not all in it could be deleted", null, ExitCode.Failure));
            return ExitCode.Failure;
        }

        if (!isDryRun)
        {
            await context.Client.DeleteBucketAsync(url.Bucket, cancellationToken);
        }

        context.Output.Write(new BucketRemoved(url.Bucket, isDryRun));
        return ExitCode.Success;
    }

    private static async Task<bool> EmptyAsync(CommandContext context, string bucket, bool isDryRun, CancellationToken cancellationToken)
    {
        ObjectRemover remover = new(context.Client, context.Output, bucket, isDryRun);
        await foreach (RemotePage<RemoteVersion> page in VersionListing.ListPagesAsync(context.Client, bucket, string.Empty, isRecursive: true, cancellationToken))
        {
            foreach (RemoteVersion version in page.Entries)
            {
                await remover.AddAsync(version.Object.Key, version.VersionId, cancellationToken);
            }
        }

        await remover.FlushAsync(cancellationToken);
        if (!isDryRun)
        {
            await AbortUploadsAsync(context.Client, bucket, cancellationToken);
        }

        return remover.FailedCount == 0;
    }

    private static async Task AbortUploadsAsync(S3Client client, string bucket, CancellationToken cancellationToken)
    {
        ListMultipartUploadsRequest request = new() { Bucket = bucket, EncodingType = EncodingType.Url };
        await foreach (ListMultipartUploadsResponse page in client.ListMultipartUploadsPagesAsync(request, cancellationToken))
        {
            KeyDecoder decoder = new(page.EncodingType);
            foreach (MultipartUpload upload in page.Uploads)
            {
                await client.AbortMultipartUploadAsync(
                    new AbortMultipartUploadRequest { Bucket = bucket, Key = decoder.Decode(upload.Key), UploadId = upload.UploadId! }, cancellationToken);
            }
        }
    }
}
