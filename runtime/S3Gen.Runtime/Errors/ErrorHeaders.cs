using System.ComponentModel;

namespace S3Gen.Runtime.CodeGen;

/// <summary>Enumerates the headers of a response that was an error.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ErrorHeaders
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> _headers;
    private int _next;

    internal ErrorHeaders(IReadOnlyList<KeyValuePair<string, string>> headers) => _headers = headers;

    /// <summary>The current header.</summary>
    public readonly ResponseHeader Current => new(_headers[_next - 1].Key, _headers[_next - 1].Value);

    /// <summary>The enumerator of the headers.</summary>
    public readonly ErrorHeaders GetEnumerator() => this;

    /// <summary>Goes to the next header.</summary>
    /// <returns>False at the end.</returns>
    public bool MoveNext() => ++_next <= _headers.Count;
}
