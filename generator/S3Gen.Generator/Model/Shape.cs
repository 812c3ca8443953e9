namespace S3Gen.Generator.Model;

/// <summary>A shape of the model with its traits, overlay applied. Equality is by value: the pipeline is cached on it.</summary>
internal sealed record Shape
{
    public required string Id { get; init; }

    public required ShapeType Type { get; init; }

    /// <summary>Members of a structure, union or enum in model order; <c>member</c> of a list; <c>key</c> and <c>value</c> of a map.</summary>
    public EquatableArray<Member> Members { get; init; }

    public TraitSet Traits { get; init; } = TraitSet.Empty;

    /// <summary>Input of an operation, null for none.</summary>
    public string? Input { get; init; }

    /// <summary>Output of an operation, null for none.</summary>
    public string? Output { get; init; }

    /// <summary>Errors of an operation.</summary>
    public EquatableArray<string> Errors { get; init; }

    /// <summary>Operations of a service, resources resolved.</summary>
    public EquatableArray<string> Operations { get; init; }

    public string? Version { get; init; }

    /// <summary>Ids of the mixins; what they bring is in the shape already.</summary>
    public EquatableArray<string> Mixins { get; init; }

    /// <summary>Of a service: other names for shapes, by their ids.</summary>
    public EquatableArray<NodeProperty> Renames { get; init; }

    public string Name => ShapeId.NameOf(Id);

    public Member? Find(string memberName)
    {
        foreach (Member member in Members)
        {
            if (member.Name == memberName)
            {
                return member;
            }
        }

        return null;
    }
}

internal sealed record Member(string Name, string Target, TraitSet Traits);

internal static class ShapeId
{
    public static string NameOf(string id) => id.Substring(id.IndexOf('#') + 1);
}
