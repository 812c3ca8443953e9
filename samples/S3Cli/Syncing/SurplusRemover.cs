using S3Cli.App;
using S3Cli.Deleting;
using S3Cli.Failures;
using S3Cli.Locations;
using S3Cli.Output.Messages;
using static S3Cli.Locations.Location;

namespace S3Cli.Syncing;

/// <summary>Deletes what <c>sync --delete</c> has found to be too much.</summary>
internal sealed class SurplusRemover(CommandContext context, bool isDryRun)
{
    private int _failed;

    public async Task<ExitCode> RemoveAsync(IEnumerable<Location> surplus, CancellationToken cancellationToken)
    {
        ObjectRemover? objects = null;
        foreach (Location location in surplus)
        {
            if (location is BucketPath at)
            {
                objects ??= new ObjectRemover(context.Client, context.Output, at.Url.Bucket, isDryRun);
                await objects.AddAsync(at.Url.Key, null, cancellationToken);
            }
            else if (location is LocalPath file)
            {
                Remove(file);
            }
        }

        if (objects is not null)
        {
            await objects.FlushAsync(cancellationToken);
            _failed += objects.FailedCount;
        }

        return _failed == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private void Remove(LocalPath file)
    {
        try
        {
            if (!isDryRun)
            {
                File.Delete(file.Path);
            }

            context.Output.Write(new Deleted(file.Path, null, isDryRun));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _failed++;
            context.Output.Fail(FailureExplainer.Explain($"delete of {file.Path}", e));
        }
    }
}
