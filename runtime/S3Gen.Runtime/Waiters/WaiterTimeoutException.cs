namespace S3Gen.Runtime;

/// <summary>What was waited for has not come within <see cref="WaiterOptions.MaxWaitTime"/>.</summary>
public sealed class WaiterTimeoutException : TimeoutException
{
    internal WaiterTimeoutException(string waiterName, TimeSpan maxWaitTime, int questionCount, Exception? last)
        : base($"{waiterName}: not within {maxWaitTime.TotalSeconds:0.###} s ({nameof(WaiterOptions.MaxWaitTime)}), asked {questionCount} times.", last)
    {
        WaiterName = waiterName;
        QuestionCount = questionCount;
    }

    /// <summary>The waiter's name in the model, e.g. <c>BucketExists</c>.</summary>
    public string WaiterName { get; }

    /// <summary>How often the service was asked.</summary>
    public int QuestionCount { get; }
}
