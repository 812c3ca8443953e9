namespace S3Gen.Runtime;

/// <summary>How long a waiter waits, and how often it asks.</summary>
public sealed class WaiterOptions
{
    /// <summary>Shortest pause between two questions. Default null: what the waiter's own definition says, 5 s for most.</summary>
    public TimeSpan? MinDelay { get; init; }

    /// <summary>Longest pause between two questions. Default null: what the waiter's own definition says, 120 s for most.</summary>
    public TimeSpan? MaxDelay { get; init; }

    /// <summary>Longest time to wait in all. Default 5 minutes.</summary>
    public TimeSpan MaxWaitTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The clock that pauses are measured by. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Numbers from 0 to 1, which spread pauses in time.</summary>
    internal Func<double> NextRandom { get; init; } = Random.Shared.NextDouble;
}
