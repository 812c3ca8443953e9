using S3Gen.Runtime;

namespace S3Gen.Transfer.Flow;

/// <summary>How far one part is. A retry begins at its start again; what it had moved before counts once.</summary>
internal sealed class PartProgress(ProgressTracker tracker) : IProgress<TransferProgress>
{
    private long _most;

    public void Report(TransferProgress value) => Reach(value.BytesTransferred);

    internal void Reach(long bytes)
    {
        if (bytes > _most)
        {
            tracker.Add(bytes - _most);
            _most = bytes;
        }
    }

    internal void End(long length) => tracker.EndPart(length - _most);
}
