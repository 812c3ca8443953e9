using S3Cli.App;
using S3Cli.Failures;
using S3Cli.Locations;
using S3Gen;
using S3Gen.Runtime;
using static S3Cli.Locations.Location;

namespace S3Cli.Transfers;

/// <summary>Does one job: it knows how to get from any place to any other.</summary>
internal sealed class ObjectMover(S3Client client, S3Transfer transfer, CliHost host, TransferSettings settings)
{
    public async Task RunAsync(TransferJob job, IProgress<TransferProgress> progress, CancellationToken cancellationToken)
    {
        await TransferAsync(job, progress, cancellationToken);
        if (settings.IsMove)
        {
            await RemoveSourceAsync(job.Source, cancellationToken);
        }
    }

    private Task TransferAsync(TransferJob job, IProgress<TransferProgress> progress, CancellationToken cancellationToken) => (job.Source, job.Target) switch
    {
        (LocalPath from, BucketPath to) => transfer.UploadFileAsync(to.Url.Bucket, to.Url.Key, from.Path, Upload(progress), cancellationToken),
        (StandardStream, BucketPath to) => transfer.UploadAsync(to.Url.Bucket, to.Url.Key, host.Input, Upload(progress), cancellationToken),
        (BucketPath from, LocalPath to) => DownloadAsync(from.Url, to.Path, Download(progress), cancellationToken),
        (BucketPath from, StandardStream) => WriteAsync(from.Url, Download(progress), cancellationToken),
        (BucketPath from, BucketPath to) => transfer.CopyAsync(
            from.Url.Bucket, from.Url.Key, to.Url.Bucket, to.Url.Key, Copy(progress), cancellationToken),
        _ => throw new UsageException($"nothing goes from '{job.Source}' to '{job.Target}': one of them has to be an s3:// URL"),
    };

    private Task<DownloadResult> DownloadAsync(S3Url from, string path, DownloadOptions options, CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        return transfer.DownloadFileAsync(from.Bucket, from.Key, path, options, cancellationToken);
    }

    private async Task WriteAsync(S3Url from, DownloadOptions options, CancellationToken cancellationToken)
    {
        await transfer.DownloadAsync(from.Bucket, from.Key, host.Output, options, cancellationToken);
        await host.Output.FlushAsync(cancellationToken);
    }

    private Task RemoveSourceAsync(Location source, CancellationToken cancellationToken)
    {
        switch (source)
        {
            case LocalPath file:
                File.Delete(file.Path);
                return Task.CompletedTask;
            case BucketPath at:
                return client.DeleteObjectAsync(
                    new DeleteObjectRequest { Bucket = at.Url.Bucket, Key = at.Url.Key, VersionId = settings.VersionId }, cancellationToken);
            default:
                throw new UsageException("what comes from the standard input cannot be moved: use cp");
        }
    }

    private UploadOptions Upload(IProgress<TransferProgress> progress) => new() { Settings = settings.Objects, Progress = progress };

    private DownloadOptions Download(IProgress<TransferProgress> progress) => new() { VersionId = settings.VersionId, KeepLastModified = true, Progress = progress };

    private CopyOptions Copy(IProgress<TransferProgress> progress) =>
        new() { Settings = settings.Objects, SourceVersionId = settings.VersionId, Progress = progress };
}
