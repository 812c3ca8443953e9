namespace S3Gen.Generator.Naming;

/// <summary>
/// Names of types that generated code mentions without their namespace. A type of the model with such a name would hide the other,
/// so it takes the suffix <c>Shape</c>; the overlay can give it a better name.
/// </summary>
internal static class ReservedTypeNames
{
    private static readonly HashSet<string> Names =
    [
        "Action", "ArgumentException", "ArgumentNullException", "Array", "Attribute", "BigInteger", "CancellationToken", "ClientOptions",
        "ClientPipeline", "Convert", "CredentialsException", "CultureInfo", "DateTimeOffset", "DebuggerBrowsable", "DebuggerBrowsableState",
        "Delegate", "Dictionary", "EditorBrowsable", "EditorBrowsableState", "Encoding", "Enum", "Enumerable", "EnumeratorCancellation",
        "ErrorHeaders", "EventMessage", "EventStream", "Exception", "Func", "GC", "GeneratedCode", "Guid", "HashCode", "HttpMethod",
        "IAsyncDisposable", "IAsyncEnumerable", "IDisposable", "IEnumerable", "IEquatable", "IPresignable", "IReadOnlyDictionary", "IReadOnlyList",
        "InvalidOperationException", "KeyValuePair", "Lazy", "List", "Math", "Nullable", "Numbers", "Object", "Obsolete", "Operation",
        "OperationFlags", "PresignOptions", "PresignedUrl", "ReadOnlyMemory", "ReadOnlySpan", "RequestBody", "RequestHead", "Require",
        "ResponseBodyKind", "ResponseFormatException", "ResponseHead", "ResponseHeader", "ResponseValidation", "ServiceErrorDetails", "ServiceException", "ServiceInfo",
        "ServiceResponse", "Span", "Stream", "StreamingServiceResponse", "String", "StringComparer", "StringComparison", "Task", "TimeSpan",
        "TimestampFormat", "Timestamps", "Type", "Unset", "Utf8XmlReader", "Utf8XmlWriter", "ValueTask", "Waiter", "WaiterOptions", "WaiterState",
    ];

    public static string Avoid(string name) => IsReserved(name) ? name + "Shape" : name;

    /// <summary>An attribute is mentioned without the end of its type's name.</summary>
    private static bool IsReserved(string name) =>
        Names.Contains(name) || (name.EndsWith("Attribute", StringComparison.Ordinal) && Names.Contains(name.Substring(0, name.Length - 9)));
}
