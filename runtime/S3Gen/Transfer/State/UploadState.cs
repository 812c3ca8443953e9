using S3Gen.Transfer.Planning;
using S3Gen.Transfer.Requests;
using S3Gen.Transfer.Uploads;

namespace S3Gen.Transfer.State;

/// <summary>What a later process has to know of an upload. Which parts are there is for S3 to say.</summary>
internal sealed record UploadState : TransferState
{
    internal const string KindName = "upload";

    public required string UploadId { get; init; }

    public required DateTime LastWriteTime { get; init; }

    public string? ChecksumAlgorithm { get; init; }

    internal static UploadState Of(MultipartSession session, SourceFile file, PartPlan plan) => new()
    {
        Version = StateFiles.Version,
        Kind = KindName,
        Bucket = session.Target.Bucket,
        Key = session.Target.Key,
        Path = file.Path,
        Size = file.Length,
        PartSize = plan.PartSize,
        UploadId = session.UploadId,
        LastWriteTime = file.LastWriteTime,
        ChecksumAlgorithm = session.ChecksumName,
    };

    /// <summary>The state of an upload of this file to this place; null if there is none.</summary>
    /// <exception cref="TransferException">It is of another one, or the file has changed since.</exception>
    internal static UploadState? Load(string path, UploadTarget target, SourceFile file)
    {
        UploadState? state = StateFiles.Load(path, TransferStateJson.Default.UploadState, KindName);
        if (state is null)
        {
            return null;
        }

        if (state.Bucket != target.Bucket || state.Key != target.Key || state.Path != file.Path)
        {
            throw StateFiles.Refuse(path, $"is of the upload of '{state.Path}' to '{state.Key}' in bucket '{state.Bucket}'");
        }

        return state.Size == file.Length && state.LastWriteTime == file.LastWriteTime
            ? state
            : throw StateFiles.Refuse(path, $"does not fit '{file.Path}', which has changed since the upload began: it had {state.Size} bytes, written {state.LastWriteTime:O}, and has {file.Length}, written {file.LastWriteTime:O}");
    }

    internal void Save(string path) => StateFiles.Save(path, this, TransferStateJson.Default.UploadState);
}
