using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>Where a member travels in an HTTP message.</summary>
internal enum MemberLocation
{
    Body,
    Payload,
    Label,
    Query,
    QueryMap,
    Header,
    PrefixHeaders,
    ResponseCode,

    /// <summary>The bucket: the endpoint, not the path, carries it.</summary>
    Bucket,
}

/// <summary>A member as C# and HTTP see it.</summary>
internal sealed record MemberBinding
{
    /// <summary>Name in the model.</summary>
    public required string Name { get; init; }

    public required string Property { get; init; }

    public required string Local { get; init; }

    public required TypeBinding Type { get; init; }

    public required MemberLocation Location { get; init; }

    /// <summary>Name of the header, query parameter or XML element; prefix of prefix headers.</summary>
    public required string WireName { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>The property has C#'s <c>required</c> modifier: the model requires it, and the type is only ever sent.</summary>
    public bool IsRequiredProperty { get; init; }

    public bool IsSensitive { get; init; }

    public bool IsIdempotencyToken { get; init; }

    public bool IsHostLabel { get; init; }

    /// <summary>The member's part in encryption with a key that the caller provides.</summary>
    public CustomerKeyRole CustomerKeyRole { get; init; }

    /// <summary>The property that holds the key, where the member goes with one.</summary>
    public string CustomerKeyProperty { get; init; } = string.Empty;

    /// <summary>The model's word on a deprecated member; empty where it gives none, null where the member is not deprecated.</summary>
    public string? Deprecation { get; init; }

    public string? Documentation { get; init; }

    public bool IsXmlAttribute { get; init; }

    public bool IsFlattened { get; init; }

    /// <summary>Namespace of the member's element, as attribute text.</summary>
    public string Namespace { get; init; } = string.Empty;

    /// <summary>What a value has to fulfil before it is sent.</summary>
    public EquatableArray<ConstraintBinding> Constraints { get; init; }

    /// <summary>The member is the payload of an event.</summary>
    public bool IsEventPayload { get; init; }

    /// <summary>The member is a header of an event.</summary>
    public bool IsEventHeader { get; init; }
}

/// <summary>A rule for a value: the name of the runtime's check and its arguments between value and member name.</summary>
internal sealed record ConstraintBinding(string Check, string Arguments);
