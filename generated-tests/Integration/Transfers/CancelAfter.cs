namespace S3Gen.Integration.Transfers;

/// <summary>Gives a transfer up when it has got so far.</summary>
internal sealed class CancelAfter(long bytes, CancellationTokenSource cancel) : IProgress<TransferProgress>
{
    public void Report(TransferProgress value)
    {
        if (value.BytesTransferred >= bytes)
        {
            cancel.Cancel();
        }
    }
}
