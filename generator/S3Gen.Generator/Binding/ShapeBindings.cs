using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>
/// What one generated file is made of. A slice is complete in itself and compares by value: while it is equal, its file is not
/// generated again.
/// </summary>
internal abstract record FileBinding
{
    public required TargetBinding Target { get; init; }

    /// <summary>The file's name, unique in the client.</summary>
    public required string FileName { get; init; }

    /// <summary>The shape that the file shows, for its header.</summary>
    public required string ShapeId { get; init; }
}

/// <summary>Names that every file of a client shares.</summary>
internal sealed record TargetBinding(string Namespace, string ClientName, string ServicePrefix, string Accessibility)
{
    /// <summary>The code is of the server's end: it reads requests and writes responses.</summary>
    public bool IsServer { get; init; }
}

/// <summary>How a structure is used, which decides what its properties look like.</summary>
internal enum StructureUsage
{
    /// <summary>Only ever sent: required members are required in C#, collections are nullable.</summary>
    Input,

    /// <summary>Received, or both: nothing is required in C#, collections are never null.</summary>
    Output,
}

internal sealed record StructureBinding : FileBinding
{
    public required string TypeName { get; init; }

    /// <summary>Name of the element that holds the structure where nothing else names it.</summary>
    public required string RootName { get; init; }

    public required StructureUsage Usage { get; init; }

    public required EquatableArray<MemberBinding> Members { get; init; }

    public bool IsUnion { get; init; }

    /// <summary>Something that is sent reaches the structure.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Something that is received reaches the structure.</summary>
    public bool IsRead { get; init; }

    /// <summary>The union is an event stream: its members are events, not elements.</summary>
    public bool IsEventStream { get; init; }

    /// <summary>Name of the event without which a stream has been cut short; null where the stream may end anywhere.</summary>
    public string? FinalEvent { get; init; }

    /// <summary>The structure is an event of a stream.</summary>
    public bool IsEvent { get; init; }

    public string? Documentation { get; init; }
}

internal sealed record EnumBinding : FileBinding
{
    public required string TypeName { get; init; }

    public required EquatableArray<EnumValueBinding> Values { get; init; }

    public bool IsIntEnum { get; init; }

    public string? Documentation { get; init; }
}

internal sealed record EnumValueBinding(string Name, string Value, string? Documentation);

internal sealed record ErrorBinding : FileBinding
{
    public required string TypeName { get; init; }

    public required string Code { get; init; }

    public required EquatableArray<MemberBinding> Members { get; init; }

    public string? Documentation { get; init; }
}

/// <summary>The client itself: constructors, options, service facts and the table of errors.</summary>
internal sealed record ClientBinding : FileBinding
{
    public required string ServiceName { get; init; }

    public required string SigningName { get; init; }

    public required string EndpointPrefix { get; init; }

    public required string Title { get; init; }

    public required bool ErrorsWrapped { get; init; }

    public required bool HasEndpointRules { get; init; }

    /// <summary>Options that the service's endpoint rules have and other services do not.</summary>
    public required EquatableArray<EndpointOptionBinding> Options { get; init; }

    /// <summary>Error codes with the exceptions that bear them, sorted by code.</summary>
    public required EquatableArray<ErrorCodeBinding> Errors { get; init; }
}

internal sealed record ErrorCodeBinding(string Code, string TypeName);
