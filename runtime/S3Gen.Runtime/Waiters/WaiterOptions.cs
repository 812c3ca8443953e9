namespace S3Gen.Runtime;

/// <summary>How long a waiter waits, and how often it asks.</summary>
public sealed class WaiterOptions
{
    /// <summary>Shortest pause between two questions. Default null: what the waiter's own definition says, 5 s for most.</summary>
    public TimeSpan? MinDelay { get; init; }

    /// <summary>Longest pause between two questions. Default 120 s.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Longest time to wait in all. Default 5 minutes.</summary>
    public TimeSpan MaxWaitTime { get; init; } = TimeSpan.FromMinutes(5);
}
