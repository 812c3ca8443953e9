namespace S3Gen.Testing.Scripts;

/// <summary>Waiting by the clock of a test.</summary>
internal static class Pause
{
    internal static Task ForAsync(TimeSpan time, TimeProvider clock, CancellationToken cancellationToken) =>
        time > TimeSpan.Zero ? Task.Delay(time, clock, cancellationToken) : Task.CompletedTask;

    /// <summary>Never comes back, but for a cancellation.</summary>
    internal static Task ForeverAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);

    internal static TimeSpan Check(TimeSpan time, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, parameter);
        return time;
    }
}
