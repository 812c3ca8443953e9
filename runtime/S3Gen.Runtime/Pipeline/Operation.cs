using System.ComponentModel;
using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime.CodeGen;

/// <summary>What the pipeline has to know of an operation, whatever its types.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Operation
{
    /// <summary>The operation's name in the model, e.g. <c>PutObject</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The name as telemetry writes it, e.g. <c>put_object</c>.</summary>
    internal string SnakeName => field ??= SnakeCase.Of(Name);

    /// <summary>The service that it belongs to.</summary>
    public abstract ServiceInfo Service { get; }

    /// <summary>The HTTP method.</summary>
    public abstract HttpMethod Method { get; }

    /// <summary>What becomes of the body of a successful response.</summary>
    public virtual ResponseBodyKind ResponseBody => ResponseBodyKind.None;

    /// <summary>The header by which a request names the algorithm of its checksum, in lower case; null if the operation takes none.</summary>
    public virtual string? ChecksumAlgorithmHeader => null;

    /// <summary>What sets the operation apart.</summary>
    public virtual OperationFlags Flags => OperationFlags.None;

    /// <summary>How the body of a response is held against its checksum; null where it is not.</summary>
    public virtual ResponseValidation? Validation => null;

    /// <summary>Writes a request of the operation, whatever its type.</summary>
    internal virtual void WriteAny(object request, RequestHead head) => throw new NotSupportedException($"{Name} has no requests.");
}

/// <summary>An operation that turns a request into HTTP and HTTP into a response. Implementations are generated, and hold no state.</summary>
/// <typeparam name="TRequest">The operation's input.</typeparam>
/// <typeparam name="TResponse">The operation's output.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Operation<TRequest, TResponse> : Operation
{
    /// <summary>Checks the request and writes it.</summary>
    /// <param name="request">The input.</param>
    /// <param name="head">Where to; it must not be kept.</param>
    /// <exception cref="ArgumentException">The request breaks one of the model's rules.</exception>
    public abstract void Write(TRequest request, RequestHead head);

    /// <summary>Reads a successful response.</summary>
    /// <param name="response">The response; it must not be kept.</param>
    /// <exception cref="ResponseFormatException">The response is not what the model says.</exception>
    public abstract TResponse Read(ResponseHead response);

    internal sealed override void WriteAny(object request, RequestHead head) => Write((TRequest)request, head);
}
