namespace S3Gen.Runtime;

/// <summary>What was waited for will never come: the service gave an answer that rules it out.</summary>
public sealed class WaiterFailedException : Exception
{
    internal WaiterFailedException(string waiterName, Exception? cause)
        : base($"{waiterName}: the service's answer rules it out{(cause is null ? "." : $": {cause.Message}")}", cause) => WaiterName = waiterName;

    /// <summary>The waiter's name in the model, e.g. <c>BucketExists</c>.</summary>
    public string WaiterName { get; }
}
