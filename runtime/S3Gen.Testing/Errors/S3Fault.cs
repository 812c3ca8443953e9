namespace S3Gen.Testing.Errors;

/// <summary>An answer that is an error: thrown by whoever finds it, written once by the application.</summary>
internal sealed class S3Fault(int status, string code, string message) : Exception(message)
{
    private readonly List<KeyValuePair<string, string>> _details = [];
    private readonly List<KeyValuePair<string, string>> _headers = [];

    internal int Status { get; } = status;

    internal string Code { get; } = code;

    /// <summary>Elements of the error document beyond the common five.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Details => _details;

    internal IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    internal S3Fault With(string element, string value)
    {
        _details.Add(new(element, value));
        return this;
    }

    internal S3Fault WithHeader(string name, string value)
    {
        _headers.Add(new(name, value));
        return this;
    }
}
