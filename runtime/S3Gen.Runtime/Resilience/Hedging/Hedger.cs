using Microsoft.Extensions.Logging;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime.Resilience.Hedging;

/// <summary>
/// Runs an operation that only reads a second time when the first run takes long, within a budget; the first answer counts, and the
/// other run is given up. Few slow answers then no longer make a caller slow.
/// </summary>
internal sealed class Hedger(TimeSpan delay, TimeProvider timeProvider, ILogger logger)
{
    private readonly HedgingBudget _budget = new();

    /// <summary>To read twice does no harm, whatever the service.</summary>
    internal static bool Covers(Operation operation) => operation.Method == HttpMethod.Get || operation.Method == HttpMethod.Head;

    internal async Task<T> RunAsync<T>(string operation, Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        _budget.Earn();
        HedgedRun<T> first = HedgedRun<T>.Start(run, cancellationToken);
        if (await EndsInTimeAsync(first.Task).ConfigureAwait(false) || cancellationToken.IsCancellationRequested || !_budget.TrySpend())
        {
            return await first.TakeAsync(cancellationToken).ConfigureAwait(false);
        }

        PipelineLog.Hedged(logger, operation, delay.TotalMilliseconds);
        HedgedRun<T> second = HedgedRun<T>.Start(run, cancellationToken);
        bool isFirst = await Task.WhenAny(first.Task, second.Task).ConfigureAwait(false) == first.Task;
        (HedgedRun<T> winner, HedgedRun<T> other) = isFirst ? (first, second) : (second, first);
        if (!winner.HasAnswer)
        {
            await ((Task)other.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            (winner, other) = other.HasAnswer ? (other, winner) : (first, second);
        }

        other.GiveUp();
        return await winner.TakeAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> EndsInTimeAsync(Task task)
    {
        if (task.IsCompleted)
        {
            return true;
        }

        using CancellationTokenSource enough = new();
        bool isIn = await Task.WhenAny(task, Task.Delay(delay, timeProvider, enough.Token)).ConfigureAwait(false) == task;
        await enough.CancelAsync().ConfigureAwait(false);
        return isIn;
    }
}
