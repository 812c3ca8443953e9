using System.ComponentModel;
using System.Net;
using S3Gen.Runtime;
using S3Gen.Runtime.CodeGen;
using S3Gen.Testing.Clients;
using S3Gen.Testing.Streams;

namespace S3Gen.Testing.CodeGen;

/// <summary>What all generated doubles do: record calls, find what is set up for them, verify.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MockRecorder
{
    private readonly Lock _gate = new();
    private readonly List<MockCall> _calls = [];
    private readonly List<object> _setups = [];
    private readonly List<MockFault> _faults = [];
    private readonly string _name;
    private readonly MockOptions _options;
    private readonly Func<ServiceErrorDetails, ServiceException> _createException;
    private readonly Func<string, HttpStatusCode?> _statusOf;
    private volatile bool _isDisposed;

    /// <summary>Makes the recorder of a double.</summary>
    /// <param name="name">Name of the double's class.</param>
    /// <param name="options">Its options.</param>
    /// <param name="createException">Makes the exception of an error response.</param>
    /// <param name="statusOf">The status that the model gives to an error code.</param>
    public MockRecorder(
        string name, MockOptions options, Func<ServiceErrorDetails, ServiceException> createException, Func<string, HttpStatusCode?> statusOf)
    {
        ArgumentNullException.ThrowIfNull(options);
        _name = name;
        _options = options;
        _createException = createException;
        _statusOf = statusOf;
    }

    /// <summary>All calls in the order in which they began.</summary>
    public IReadOnlyList<MockCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Whether the double was disposed.</summary>
    public bool IsDisposed => _isDisposed;

    internal TimeProvider TimeProvider => _options.TimeProvider;

    /// <summary>The calls with a type of request.</summary>
    /// <typeparam name="TRequest">The type.</typeparam>
    public IReadOnlyList<MockCall<TRequest>> CallsOf<TRequest>()
        where TRequest : class => [.. Calls.OfType<MockCall<TRequest>>()];

    /// <summary>Demands calls.</summary>
    /// <typeparam name="TRequest">The request's type.</typeparam>
    /// <param name="when">Which requests are meant; null for all.</param>
    /// <param name="times">How many; null for one or more.</param>
    /// <exception cref="MockVerificationException">There were others.</exception>
    public IReadOnlyList<MockCall<TRequest>> Received<TRequest>(Func<TRequest, bool>? when, int? times)
        where TRequest : class
    {
        MockCall<TRequest>[] matching = [.. CallsOf<TRequest>().Where(call => when is null || when(call.Request))];
        return (times is { } wanted ? matching.Length == wanted : matching.Length > 0)
            ? matching
            : throw new MockVerificationException(MockReport.Demand(typeof(TRequest).Name, when is not null, times, matching.Length, Calls));
    }

    /// <summary>Makes a setup, which counts before those that are there.</summary>
    /// <typeparam name="TRequest">The operation's input.</typeparam>
    /// <typeparam name="TResponse">The operation's output.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="when">Which requests are meant; null for all.</param>
    public MockSetup<TRequest, TResponse> On<TRequest, TResponse>(MockOperation<TRequest, TResponse> operation, Func<TRequest, bool>? when)
        where TRequest : class
        where TResponse : class
    {
        MockSetup<TRequest, TResponse> setup = new(this, operation, when);
        lock (_gate)
        {
            _setups.Insert(0, setup);
        }

        return setup;
    }

    /// <summary>Makes a fault, which befalls calls before those that are there.</summary>
    /// <param name="when">Which calls are meant; null for all.</param>
    public MockFault OnAny(Func<MockCall, bool>? when)
    {
        MockFault fault = new(this, when);
        lock (_gate)
        {
            _faults.Insert(0, fault);
        }

        return fault;
    }

    /// <summary>Forgets the calls.</summary>
    public void ForgetCalls()
    {
        lock (_gate)
        {
            _calls.Clear();
        }
    }

    /// <summary>Forgets calls, setups and faults.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _calls.Clear();
            _setups.Clear();
            _faults.Clear();
        }
    }

    /// <summary>Ends the double.</summary>
    public void End() => _isDisposed = true;

    /// <summary>Records a call and answers it.</summary>
    /// <typeparam name="TRequest">The operation's input.</typeparam>
    /// <typeparam name="TResponse">The operation's output.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="request">Its input.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <param name="otherwise">What to answer where nothing is set up; null for what the double's behaviour says.</param>
    /// <exception cref="UnexpectedCallException">Nothing is set up for the call, and the double is strict.</exception>
    public Task<TResponse> CallAsync<TRequest, TResponse>(
        MockOperation<TRequest, TResponse> operation,
        TRequest request,
        CancellationToken cancellationToken,
        Func<CancellationToken, Task<TResponse>>? otherwise = null)
        where TRequest : class
        where TResponse : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(request);
        return RunAsync(operation, request, otherwise, cancellationToken);
    }

    /// <summary>Makes, for an operation's name, the exception of an error response.</summary>
    internal Func<string, ServiceException> Failing(string errorCode, HttpStatusCode? status, string? message)
    {
        ArgumentException.ThrowIfNullOrEmpty(errorCode);
        HttpStatusCode sent = status ?? _statusOf(errorCode)
            ?? throw new ArgumentException($"The model gives no status to the error '{errorCode}': say which one it comes with.", nameof(status));
        return operation => _createException(MockFailure.Answer(operation, sent, errorCode, message));
    }

    private async Task<TResponse> RunAsync<TRequest, TResponse>(
        MockOperation<TRequest, TResponse> operation, TRequest request, Func<CancellationToken, Task<TResponse>>? otherwise, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        ObjectDisposedException.ThrowIf(_isDisposed, _name);
        MockCall<TRequest> call = Record(operation, request);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await ReadBodyAsync(call, operation.BodyOf?.Invoke(request), operation.LengthOf?.Invoke(request), cancellationToken).ConfigureAwait(false);
            foreach (MockFault fault in Snapshot(_faults))
            {
                await fault.BefallAsync(call, cancellationToken).ConfigureAwait(false);
            }

            Task<TResponse>? answer = Find<TRequest, TResponse>(request, cancellationToken) ?? otherwise?.Invoke(cancellationToken);
            TResponse response = answer is not null ? await answer.ConfigureAwait(false)
                : _options.Behavior == MockBehavior.Loose ? operation.Default()
                : throw new UnexpectedCallException(MockReport.Unexpected(_name, call, Snapshot(_setups).OfType<MockSetup<TRequest, TResponse>>().Count()));
            call.End(response, null);
            return response;
        }
        catch (Exception e)
        {
            call.End(null, e);
            throw;
        }
    }

    private MockCall<TRequest> Record<TRequest, TResponse>(MockOperation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class
        where TResponse : class
    {
        string subjects = operation.Describe?.Invoke(request) ?? string.Empty;
        lock (_gate)
        {
            MockCall<TRequest> call = new(_calls.Count, operation.Name, TimeProvider.GetUtcNow(), subjects, request);
            _calls.Add(call);
            return call;
        }
    }

    private async Task ReadBodyAsync(MockCall call, RequestBody? body, long? length, CancellationToken cancellationToken)
    {
        if (body is null)
        {
            return;
        }

        using KeptBytes kept = new(_options.MaxKeptBody);
        try
        {
            await RequestBodies.CopyToAsync(body, kept, length, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            call.SetBody(kept.ToArray(), kept.Length);
        }
    }

    private Task<TResponse>? Find<TRequest, TResponse>(TRequest request, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        foreach (MockSetup<TRequest, TResponse> setup in Snapshot(_setups).OfType<MockSetup<TRequest, TResponse>>())
        {
            if (setup.TryAnswer(request, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return null;
    }

    private T[] Snapshot<T>(List<T> list)
    {
        lock (_gate)
        {
            return [.. list];
        }
    }
}
