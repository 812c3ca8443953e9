using System.Runtime.ExceptionServices;
using S3Gen.Transfer.Flow;

namespace S3Gen.Transfer.Uploads;

/// <summary>How an upload that fails or is canceled ends: it is left to be resumed, or aborted; what then remains is told.</summary>
internal static class UploadEnding
{
    /// <summary>Does the work on an upload.</summary>
    internal static async Task<UploadResult> RunAsync(
        TransferCore core, MultipartSession session, string? stateFile, Func<Task<UploadResult>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (stateFile is not null)
        {
            throw Leave(session, stateFile, $"The upload of '{session.Target.Key}' was not completed and can be resumed from '{stateFile}': {e.Message}", e, cancellationToken);
        }
        catch (Exception e)
        {
            await AbortAsync(core, session, e, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task AbortAsync(TransferCore core, MultipartSession session, Exception cause, CancellationToken cancellationToken)
    {
        try
        {
            await session.AbortAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is Runtime.ServiceException or InvalidOperationException)
        {
            TransferLog.UploadLeft(core.Logger, session.UploadId, session.Target.Key, session.Target.Bucket, e);
            string message = $"The upload of '{session.Target.Key}' failed ({cause.Message}), and its upload '{session.UploadId}' could not be aborted ({e.Message}). Abort it: its parts cost storage.";
            ExceptionDispatchInfo.Throw(Leave(session, null, message, cause, cancellationToken));
        }
    }

    private static Exception Leave(MultipartSession session, string? stateFile, string message, Exception cause, CancellationToken cancellationToken) =>
        cause is OperationCanceledException && cancellationToken.IsCancellationRequested
            ? new TransferCanceledException(message, cause, cancellationToken) { UploadId = session.UploadId, StateFile = stateFile }
            : new TransferException(message, cause) { UploadId = session.UploadId, StateFile = stateFile };
}
