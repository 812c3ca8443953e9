using System.ComponentModel;

namespace S3Gen.Testing.CodeGen;

/// <summary>What a request for one operation looks like, for generated servers.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path after the bucket, labels in braces: <c>/{Key+}</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ServerRoute(string Operation, string Method, string Path)
{
    /// <summary>The request is about a bucket, or something in it. Default: it is not.</summary>
    public bool HasBucket { get; init; }

    /// <summary>Query parameters of the URI, <c>name</c> or <c>name=value</c>.</summary>
    public required IReadOnlyList<string> Literals { get; init; }

    /// <summary>Query parameters that carry members.</summary>
    public required IReadOnlyList<string> Query { get; init; }

    /// <summary>Those of them without which there is no such request.</summary>
    public required IReadOnlyList<string> RequiredQuery { get; init; }

    /// <summary>Headers without which there is no such request.</summary>
    public required IReadOnlyList<string> RequiredHeaders { get; init; }
}
