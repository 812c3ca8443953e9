using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>An operation with its request, its response and everything that is derived from them.</summary>
internal sealed record OperationBinding : FileBinding
{
    public required string Name { get; init; }

    public required string Method { get; init; }

    /// <summary>The path after the bucket: literals and labels in order.</summary>
    public required EquatableArray<PathSegment> Path { get; init; }

    /// <summary>Literal query parameters of the URI, percent-encoded as they are sent.</summary>
    public required EquatableArray<QueryLiteral> QueryLiterals { get; init; }

    public required StructureBinding Request { get; init; }

    public required StructureBinding Response { get; init; }

    public required RequestBodyBinding Body { get; init; }

    public required ResponseBodyBinding ResponseBody { get; init; }

    /// <summary>The status of a response that is no error.</summary>
    public int SuccessStatus { get; init; } = 200;

    /// <summary>Names of the runtime's operation flags.</summary>
    public EquatableArray<string> Flags { get; init; }

    /// <summary>The header by which requests name the algorithm of their checksum; null if there is none.</summary>
    public string? ChecksumAlgorithmHeader { get; init; }

    /// <summary>Host prefix with its labels in braces, null for none.</summary>
    public string? HostPrefix { get; init; }

    /// <summary>What the operation gives to the service's endpoint rules.</summary>
    public EquatableArray<EndpointInputBinding> EndpointInputs { get; init; }

    public PaginatorBinding? Paginator { get; init; }

    public EquatableArray<WaiterBinding> Waiters { get; init; }

    public EquatableArray<string> Exceptions { get; init; }

    public string? Documentation { get; init; }

    public string? DocumentationLink { get; init; }

    public string? Deprecation { get; init; }

    /// <summary>Whether its requests can be sent by who merely holds a URL, which a stream of events cannot.</summary>
    public bool IsPresignable => Request.Members.All(member => member.Location != MemberLocation.Payload || member.Type.Kind != TypeKind.EventStream);
}

/// <summary>A piece of a path: literal text, or the value of a member.</summary>
internal sealed record PathSegment(string? Literal, MemberBinding? Label, bool IsGreedy);

internal sealed record QueryLiteral(string Name, string? Value);

internal enum RequestBodyKind
{
    None,

    /// <summary>Members without another place, in an element of the input's name.</summary>
    Members,

    /// <summary>One structure or union.</summary>
    Structure,

    /// <summary>Bytes or text as they are.</summary>
    Raw,
}

/// <summary>The body of a request: its kind, and the root element of an XML one with its namespace.</summary>
internal sealed record RequestBodyBinding(RequestBodyKind Kind, MemberBinding? Payload, string RootName, string RootNamespace)
{
    public string? MediaType { get; init; }
}

internal enum ResponseBodyForm
{
    None,
    Members,
    Structure,
    Raw,
    Stream,

    /// <summary>The root element is the value of the one member.</summary>
    Unwrapped,
}

internal sealed record ResponseBodyBinding(ResponseBodyForm Form, MemberBinding? Payload, string RootName)
{
    /// <summary>How it is verified, null where checksums are nothing but members.</summary>
    public ResponseValidationBinding? Validation { get; init; }

    /// <summary>Whether what is missing of one that broke off can be asked for.</summary>
    public bool IsResumable { get; init; }

    /// <summary>Whether it is an XML document.</summary>
    public bool IsDocument => Form is ResponseBodyForm.Members or ResponseBodyForm.Structure or ResponseBodyForm.Unwrapped;

    /// <summary>Whether a response that announces a document and carries none has been cut off, even if all of the document's members may be missing.</summary>
    public bool IsDue { get; init; }

    /// <summary>The root's namespace as attribute text, for who writes the response.</summary>
    public string RootNamespace { get; init; } = string.Empty;
}

/// <summary>How pages follow each other: each input token takes what the output token of the page before says.</summary>
internal sealed record PaginatorBinding
{
    public required EquatableArray<TokenBinding> Tokens { get; init; }

    /// <summary>Path of C# properties to the items, null where pages have no one list.</summary>
    public string? ItemsPath { get; init; }

    public string? ItemType { get; init; }

    /// <summary>What stands for the items where the path to them ends early.</summary>
    public string NoItems { get; init; } = "[]";

    /// <summary>Property that says whether there are more; null: a token says so.</summary>
    public string? MoreResults { get; init; }
}

/// <summary>A token: property of the request, expression over <c>page</c> that gives the next, and one to fall back on.</summary>
internal sealed record TokenBinding(string RequestProperty, string RequestType, string Next, string? Fallback);

internal sealed record WaiterBinding(string Name, int MinDelaySeconds, int MaxDelaySeconds, EquatableArray<AcceptorBinding> Acceptors);

/// <summary>An acceptor: the state it leads to, and either success or failure in general, the type of an error, or a condition on <c>response</c>.</summary>
internal sealed record AcceptorBinding(string State, bool? Success, string? ErrorType, string? Condition);
