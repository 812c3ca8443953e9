using System.ComponentModel;

namespace S3Gen.Runtime.CodeGen;

/// <summary>What the rules know of a partition of AWS, or none.</summary>
/// <seealso href="https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RulePartition
{
    private readonly PartitionFacts? _facts;

    internal RulePartition(PartitionFacts facts) => _facts = facts;

    /// <summary>Whether there is a partition.</summary>
    public bool IsSet => _facts is not null;

    /// <summary>Its name, e.g. <c>aws-cn</c>.</summary>
    public RuleText Name => _facts?.Name;

    /// <summary>What its host names end with.</summary>
    public RuleText DnsSuffix => _facts?.DnsSuffix;

    /// <summary>What its host names that are reached over IPv6 too end with.</summary>
    public RuleText DualStackDnsSuffix => _facts?.DualStackDnsSuffix;

    /// <summary>Whether it has endpoints with validated cryptography.</summary>
    public bool SupportsFips => _facts is { SupportsFips: true };

    /// <summary>Whether it has endpoints that are reached over IPv6 too.</summary>
    public bool SupportsDualStack => _facts is { SupportsDualStack: true };

    /// <summary>The region that global services sign for.</summary>
    public RuleText ImplicitGlobalRegion => _facts?.ImplicitGlobalRegion;
}

/// <summary>A line of the table of partitions.</summary>
internal sealed record PartitionFacts
{
    public required string Name { get; init; }

    public required string DnsSuffix { get; init; }

    public required string DualStackDnsSuffix { get; init; }

    public required string ImplicitGlobalRegion { get; init; }

    public bool SupportsFips { get; init; } = true;

    public bool SupportsDualStack { get; init; } = true;

    /// <summary>What precedes the word and the number in the names of regions: <c>us</c> of <c>us-east-1</c>.</summary>
    public required string[] RegionPrefixes { get; init; }

    /// <summary>The name that stands for the whole partition; null where there is none.</summary>
    public string? GlobalRegion { get; init; }
}
