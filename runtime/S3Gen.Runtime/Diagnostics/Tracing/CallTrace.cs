using System.Diagnostics;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>The spans of one call. Steps follow each other under the operation's span; where nobody listens each costs a branch.</summary>
internal sealed class CallTrace
{
    private Activity? _step;
    private Activity? _provider;
    private Activity? _retry;
    private Activity? _delay;

    /// <summary>The operation's span; null if nobody wants it.</summary>
    internal Activity? Root { get; private set; }

    internal void Start(Operation operation)
    {
        if (!Tracing.Source.HasListeners() || Tracing.Source.StartActivity(SpanNames.Operation, ActivityKind.Client) is not { } root)
        {
            return;
        }

        Root = root;
        root.SetTag(SpanAttributes.RpcSystem, "aws-api");
        root.SetTag(SpanAttributes.RpcService, operation.Service.Name);
        root.SetTag(SpanAttributes.RpcMethod, operation.Name);
        root.SetTag(SpanAttributes.Operation, operation.SnakeName);
    }

    internal void BeginStep(string name)
    {
        if (Root is not null)
        {
            EndDelay();
            _provider?.Dispose();
            _provider = null;
            _step?.Dispose();
            _step = Tracing.StartUnder(Root, name);
        }
    }

    /// <summary>Credentials are looked for. A chain makes spans of those that it asks itself.</summary>
    internal void BeginCredentials(ICredentialProvider provider)
    {
        BeginStep(SpanNames.CredentialResolution);
        if (_step is { } step && provider is not ChainCredentialProvider)
        {
            _provider = Tracing.StartUnder(step, SpanNames.CredentialProviderPrefix + ProviderName.Of(provider));
        }
    }

    /// <summary>A step within the current one.</summary>
    internal Activity? BeginPart(string name) => _step is null ? null : Tracing.StartUnder(_step, name);

    /// <summary>Ends the current step, which failed if there is an error.</summary>
    internal void EndStep(ServiceCall call, CallError? error)
    {
        if (_step is not { } step)
        {
            return;
        }

        _provider?.Dispose();
        _provider = null;
        if (step.OperationName == SpanNames.HttpRequest)
        {
            SpanDescription.Http(step, call);
        }

        SpanDescription.Outcome(step, error);
        step.Dispose();
        _step = null;
    }

    /// <summary>The pause before another attempt begins; the retry ends with that attempt.</summary>
    internal void BeginRetry(ServiceCall call)
    {
        if (Root is null)
        {
            return;
        }

        Activity? current = Activity.Current;
        _retry = Tracing.StartUnder(Root, SpanNames.Retry);
        _retry?.SetTag(SpanAttributes.RetryCount, call.Retries);
        _delay = _retry is null ? null : Tracing.StartUnder(_retry, SpanNames.RetryDelay);

        // The strategy's flow goes on after this; the spans must not become the parents of what it starts.
        Activity.Current = current;
    }

    internal void EndAttempt(ServiceCall call, HttpRequestMessage? message)
    {
        if (Root is null)
        {
            return;
        }

        if (_step is { } step && message is TracedRequest traced && step.OperationName == SpanNames.HttpRequest)
        {
            traced.RecordStages(step);
        }

        CallError? error = call.Failure is { } failure ? CallError.Of(failure) : null;
        EndStep(call, error);
        EndRetry(error);
    }

    internal void End(ServiceCall call, CallError? error)
    {
        if (Root is not { } root)
        {
            return;
        }

        EndStep(call, error);
        EndRetry(error);
        SpanDescription.Operation(root, call);
        SpanDescription.Outcome(root, error);
        root.Dispose();
        Root = null;
    }

    private void EndRetry(CallError? error)
    {
        if (_retry is { } retry)
        {
            EndDelay();
            SpanDescription.Outcome(retry, error);
            StopAside(retry);
            _retry = null;
        }
    }

    private void EndDelay()
    {
        if (_delay is { } delay)
        {
            StopAside(delay);
            _delay = null;
        }
    }

    /// <summary>Ends a span that is not the current one, and leaves the current one be.</summary>
    private static void StopAside(Activity span)
    {
        Activity? current = Activity.Current;
        span.Dispose();
        Activity.Current = current;
    }
}
