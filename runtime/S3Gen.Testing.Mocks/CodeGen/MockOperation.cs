using System.ComponentModel;
using S3Gen.Runtime;

namespace S3Gen.Testing.CodeGen;

/// <summary>What a double knows of an operation. Generated.</summary>
/// <typeparam name="TRequest">The operation's input.</typeparam>
/// <typeparam name="TResponse">The operation's output.</typeparam>
/// <param name="name">The operation's name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MockOperation<TRequest, TResponse>(string name)
    where TRequest : class
    where TResponse : class
{
    /// <summary>The operation's name.</summary>
    public string Name => name;

    /// <summary>What a request is about, in words; null if nothing tells requests apart.</summary>
    public Func<TRequest, string>? Describe { get; init; }

    /// <summary>The body that a request streams; null for operations without.</summary>
    public Func<TRequest, RequestBody?>? BodyOf { get; init; }

    /// <summary>The length of the body that a request declares; null for operations without.</summary>
    public Func<TRequest, long?>? LengthOf { get; init; }

    /// <summary>Makes a response whose members are all unset; null where there is none.</summary>
    public Func<TResponse>? CreateDefault { get; init; }

    /// <summary>The stream of a response; null for operations without.</summary>
    public Func<TResponse, Stream>? StreamOf { get; init; }

    /// <summary>Copies a response with another stream; null for operations without.</summary>
    public Func<TResponse, Stream, TResponse>? WithStream { get; init; }

    internal TResponse Default() => CreateDefault?.Invoke()
        ?? throw new UnexpectedCallException($"{name} has no response without content: say what it answers with .Returns(...) on its setup.");
}
