using S3Gen.Transfer.Downloads;
using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Requests;
using S3Gen.Transfer.Uploads;

namespace S3Gen.Transfer.State;

/// <summary>Removes what a transfer that nobody will resume has left.</summary>
internal static class DiscardedTransfer
{
    internal static async Task DiscardAsync(TransferCore core, string stateFile, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (StateFiles.LoadAny(stateFile))
        {
            case UploadState upload:
                UploadTarget target = new(upload.Bucket, upload.Key, new ObjectSettings());
                await new MultipartSession(core, target, upload.UploadId, null).AbortAsync().ConfigureAwait(false);
                break;
            case DownloadState download when TemporaryFile.IsOneOf(download.TemporaryPath, download.Path):
                File.Delete(download.TemporaryPath);
                break;
            default:
                throw new TransferException($"The state file '{stateFile}' names what is no temporary file of a download.") { StateFile = stateFile };
        }

        StateFiles.Delete(stateFile);
    }
}
