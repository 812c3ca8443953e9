using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>A double of a client, whose types are generated elsewhere.</summary>
internal sealed record MockBinding : FileBinding
{
    public required EquatableArray<MockOperationBinding> Operations { get; init; }

    /// <summary>Errors of the model with the exceptions that bear them, sorted by code.</summary>
    public required EquatableArray<MockErrorBinding> Errors { get; init; }

    /// <summary>Namespace of the double: within the client's, so that it sees the client's types.</summary>
    public string MockNamespace => Target.Namespace + ".Testing";

    public static string NameOf(TargetBinding target) => "Mock" + target.ClientName;
}

/// <summary>What a double has to know of an operation.</summary>
internal sealed record MockOperationBinding(string Name)
{
    /// <summary>Properties of the request that say what it is about, such as bucket and key; none is sensitive.</summary>
    public required EquatableArray<string> Subjects { get; init; }

    /// <summary>Property of the request that holds a body to be streamed.</summary>
    public string? Body { get; init; }

    /// <summary>Property of the request that declares the length of that body.</summary>
    public string? Length { get; init; }

    /// <summary>Property of the response that holds a stream of bytes.</summary>
    public string? Stream { get; init; }

    /// <summary>All other properties of a response that has a stream.</summary>
    public EquatableArray<string> Copied { get; init; }

    /// <summary>A response can be made of nothing, since it requires no stream of events.</summary>
    public bool HasDefault { get; init; } = true;
}

/// <summary>An error: its code, its exception, and its status where the model gives one.</summary>
internal sealed record MockErrorBinding(string Code, string TypeName, int? Status);
