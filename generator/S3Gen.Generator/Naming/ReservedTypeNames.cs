namespace S3Gen.Generator.Naming;

/// <summary>
/// Names of types that generated code mentions without their namespace. A type of the model with such a name would hide the other,
/// so it takes the suffix <c>Shape</c>; the overlay can give it a better name.
/// </summary>
internal static class ReservedTypeNames
{
    private static readonly HashSet<string> Names =
    [
        "ArgumentException", "ArgumentNullException", "BigInteger", "CancellationToken", "ClientOptions", "ClientPipeline", "Convert", "CredentialsException", "CultureInfo",
        "DateTimeOffset", "DebuggerBrowsable", "DebuggerBrowsableState", "Dictionary", "Encoding", "EnumeratorCancellation", "EventMessage", "EventStream", "Exception",
        "Func", "GeneratedCode", "HttpMethod", "IAsyncDisposable", "IAsyncEnumerable", "IDisposable", "IEquatable", "IPresignable", "IReadOnlyDictionary",
        "IReadOnlyList", "KeyValuePair", "List", "Numbers", "Object", "Obsolete", "Operation", "OperationFlags", "PresignedUrl", "PresignOptions", "ReadOnlyMemory", "ReadOnlySpan",
        "RequestBody", "RequestHead", "Require", "ResponseBodyKind", "ResponseHead", "ResponseHeader", "ServiceErrorDetails", "ServiceException",
        "ServiceInfo", "ServiceResponse", "Stream", "StreamingServiceResponse", "String", "StringComparer", "Task", "TimeSpan", "TimestampFormat",
        "Timestamps", "Type", "Unset", "Utf8XmlReader", "Utf8XmlWriter", "ValueTask", "Waiter", "WaiterOptions", "WaiterState",
    ];

    public static string Avoid(string name) => Names.Contains(name) ? name + "Shape" : name;
}
