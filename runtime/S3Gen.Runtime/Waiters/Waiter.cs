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
    /// <param name="pipeline">The client's pipeline.</param>
    /// <param name="operation">The operation that is the question.</param>
    /// <param name="request">Its input.</param>
    /// <param name="accept">What an answer, or else an exception, means; null for an exception throws it, for an answer asks again.</param>
    /// <param name="waiterName">The waiter's name in the model.</param>
    /// <param name="minDelay">The shortest pause of the waiter's definition.</param>
    /// <param name="options">How long to wait; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="WaiterTimeoutException">Time was up.</exception>
    /// <exception cref="WaiterFailedException">An answer rules out what was waited for.</exception>
    /// <exception cref="ArgumentException">The options are faulty.</exception>
    public static async Task RunAsync<TRequest, TResponse>(
        ClientPipeline pipeline,
        Operation<TRequest, TResponse> operation,
        TRequest request,
        Func<TResponse?, ServiceException?, WaiterState?> accept,
        string waiterName,
        TimeSpan minDelay,
        WaiterOptions? options,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(accept);
        WaiterSchedule schedule = new(pipeline.TimeProvider, pipeline.NextRandom, minDelay, options ?? new WaiterOptions());
        while (true)
        {
            TResponse? response = null;
            ServiceException? exception = null;
            try
            {
                response = await pipeline.InvokeAsync(operation, request, cancellationToken).ConfigureAwait(false);
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

            await Task.Delay(delay, pipeline.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
