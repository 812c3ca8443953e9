using S3Gen.Transfer.Downloads;
using S3Gen.Transfer.Planning;

namespace S3Gen.Transfer.State;

/// <summary>What a later process has to know of a download: the object as it was, the temporary file, and which parts are in it.</summary>
internal sealed record DownloadState : TransferState
{
    internal const string KindName = "download";

    public required string TemporaryPath { get; init; }

    public required string ETag { get; init; }

    public string? VersionId { get; init; }

    /// <summary>A bit for each part, the first in the lowest bit of the first byte.</summary>
    public required byte[] Finished { get; init; }

    internal static DownloadState Of(DownloadSource source, ObjectFacts facts, PartPlan plan, string path, string temporaryPath, byte[] finished) => new()
    {
        Version = StateFiles.Version,
        Kind = KindName,
        Bucket = source.Bucket,
        Key = source.Key,
        Path = path,
        Size = plan.Size,
        PartSize = plan.PartSize,
        TemporaryPath = temporaryPath,
        ETag = facts.ETag!,
        VersionId = facts.VersionId,
        Finished = finished,
    };

    /// <summary>The state of a download of this object to this file; null if there is none, or its temporary file is gone.</summary>
    /// <exception cref="TransferException">It is of another one.</exception>
    internal static DownloadState? Load(string path, DownloadSource source, string target)
    {
        DownloadState? state = StateFiles.Load(path, TransferStateJson.Default.DownloadState, KindName);
        if (state is null)
        {
            return null;
        }

        if (state.Bucket != source.Bucket || state.Key != source.Key || state.Path != target)
        {
            throw StateFiles.Refuse(path, $"is of the download of '{state.Key}' in bucket '{state.Bucket}' to '{state.Path}'");
        }

        if (!TemporaryFile.IsOneOf(state.TemporaryPath, target))
        {
            throw StateFiles.Refuse(path, $"names '{state.TemporaryPath}' as the temporary file, which is none of '{target}'");
        }

        FileInfo temporary = new(state.TemporaryPath);
        bool isWhole = temporary.Exists && temporary.Length == state.Size && state.PartSize >= 1
            && state.Finished.Length == FinishedParts.BytesFor(new PartPlan(state.Size, state.PartSize).Count);
        return isWhole ? state : null;
    }

    internal void Save(string path) => StateFiles.Save(path, this, TransferStateJson.Default.DownloadState);
}
