using System.ComponentModel;

namespace S3Gen.Runtime.CodeGen;

/// <summary>Asks the service again and again until something has come to pass.</summary>
/// <seealso href="https://smithy.io/2.0/additional-specs/waiters.html#waiter-retries"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Waiter
{
    /// <summary>Runs a waiter.</summary>
    /// <typeparam name="TRequest">The operation's input.</typeparam>
    /// <typeparam name="TResponse">The operation's output.</typeparam>
    /// <param name="waiterName">The waiter's name in the model.</param>
    /// <param name="ask">The operation that is the question.</param>
    /// <param name="request">Its input.</param>
    /// <param name="accept">What an answer, or else an exception, means; null for an exception throws it, for an answer asks again.</param>
    /// <param name="minDelay">The shortest pause of the waiter's definition.</param>
    /// <param name="maxDelay">The longest pause of the waiter's definition.</param>
    /// <param name="options">How long to wait; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="WaiterTimeoutException">Time was up.</exception>
    /// <exception cref="WaiterFailedException">An answer rules out what was waited for.</exception>
    /// <exception cref="ArgumentException">The options are faulty.</exception>
    public static async Task RunAsync<TRequest, TResponse>(
        string waiterName,
        Func<TRequest, CancellationToken, Task<TResponse>> ask,
        TRequest request,
        Func<TResponse?, ServiceException?, WaiterState?> accept,
        TimeSpan minDelay,
        TimeSpan maxDelay,
        WaiterOptions? options,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(accept);
        options ??= new WaiterOptions();
        WaiterSchedule schedule = new(minDelay, maxDelay, options);
        while (true)
        {
            TResponse? response = null;
            ServiceException? exception = null;
            try
            {
                response = await ask(request, cancellationToken).ConfigureAwait(false);
            }
            catch (ServiceException e) when (accept(null, e) is not null)
            {
                exception = e;
            }

            WaiterState state = accept(response, exception) ?? WaiterState.Retry;
            (response as IDisposable)?.Dispose();
            if (state == WaiterState.Success)
            {
                return;
            }

            if (state == WaiterState.Failure)
            {
                throw new WaiterFailedException(waiterName, exception);
            }

            if (!schedule.TryNext(out TimeSpan delay))
            {
                throw new WaiterTimeoutException(waiterName, schedule.MaxWaitTime, schedule.QuestionCount, exception);
            }

            await Task.Delay(delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether there are values, and all are the expected one.</summary>
    /// <param name="values">The values; null for none.</param>
    /// <param name="expected">What they are compared with.</param>
    public static bool AllEqual(IEnumerable<string>? values, string expected)
    {
        bool isAny = false;
        foreach (string value in values ?? [])
        {
            if (value != expected)
            {
                return false;
            }

            isAny = true;
        }

        return isAny;
    }

    /// <summary>Whether one of the values is the expected one.</summary>
    /// <param name="values">The values; null for none.</param>
    /// <param name="expected">What they are compared with.</param>
    public static bool AnyEqual(IEnumerable<string>? values, string expected) => values?.Contains(expected, StringComparer.Ordinal) ?? false;
}
