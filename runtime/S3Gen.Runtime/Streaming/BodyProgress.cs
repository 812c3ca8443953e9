namespace S3Gen.Runtime.Streaming;

/// <summary>Tells somebody how far the reading of a body is.</summary>
internal sealed class BodyProgress(IProgress<TransferProgress> observer, TimeProvider timeProvider, long begun)
{
    private readonly long _started = timeProvider.GetTimestamp();

    /// <param name="position">Bytes that were read since the body's beginning.</param>
    /// <param name="length">The body's length; null if it is not known.</param>
    /// <param name="isEnd">Whether that is all.</param>
    internal void Report(long position, long? length, bool isEnd)
    {
        double seconds = timeProvider.GetElapsedTime(_started).TotalSeconds;
        observer.Report(new TransferProgress(position, isEnd ? position : length)
        {
            PartsTransferred = isEnd ? 1 : 0,
            BytesPerSecond = seconds > 0 ? (position - begun) / seconds : 0,
        });
    }
}
