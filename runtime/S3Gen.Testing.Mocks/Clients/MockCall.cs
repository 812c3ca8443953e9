using System.Text;

namespace S3Gen.Testing;

/// <summary>A call that a double got.</summary>
public abstract class MockCall
{
    private volatile Outcome? _outcome;
    private ReadOnlyMemory<byte> _body;

    private protected MockCall(int index, string operation, DateTimeOffset startedAt, string subjects)
    {
        Index = index;
        Operation = operation;
        StartedAt = startedAt;
        Subjects = subjects;
    }

    /// <summary>Place among all calls, from 0.</summary>
    public int Index { get; }

    /// <summary>The operation's name, e.g. <c>GetObject</c>.</summary>
    public string Operation { get; }

    /// <summary>When it began, by the double's clock.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>The beginning of the request's streamed body, at most <see cref="MockOptions.MaxKeptBody"/> bytes; empty if it has none.</summary>
    public ReadOnlyMemory<byte> Body => _body;

    /// <summary><see cref="Body"/> read as UTF-8.</summary>
    public string BodyText => Encoding.UTF8.GetString(_body.Span);

    /// <summary>Length of the whole body in bytes, kept or not.</summary>
    public long BodyLength { get; private set; }

    /// <summary>What was answered; null if nothing was, or not yet.</summary>
    public object? Response => _outcome?.Response;

    /// <summary>What was thrown; null if nothing was, or not yet.</summary>
    public Exception? Exception => _outcome?.Exception;

    /// <summary>Whether the call is over.</summary>
    public bool IsCompleted => _outcome is not null;

    /// <summary>The request.</summary>
    public object Request => UntypedRequest;

    private protected abstract object UntypedRequest { get; }

    private string Subjects { get; }

    /// <summary>The operation, and what it was about: bucket, key and the like. Other members are left out, as they may be secret.</summary>
    public override string ToString() => $"{Operation}({Subjects})";

    internal void SetBody(byte[] body, long length)
    {
        _body = body;
        BodyLength = length;
    }

    internal void End(object? response, Exception? exception) => _outcome = new Outcome(response, exception);

    private sealed record Outcome(object? Response, Exception? Exception);
}

/// <summary>A call that a double got, with its request.</summary>
/// <typeparam name="TRequest">The request's type.</typeparam>
public sealed class MockCall<TRequest> : MockCall
    where TRequest : class
{
    internal MockCall(int index, string operation, DateTimeOffset startedAt, string subjects, TRequest request)
        : base(index, operation, startedAt, subjects) => Request = request;

    /// <summary>The request.</summary>
    public new TRequest Request { get; }

    private protected override object UntypedRequest => Request;
}
