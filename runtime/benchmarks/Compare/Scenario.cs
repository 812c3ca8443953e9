using S3Gen.Benchmarks.Contenders;

namespace S3Gen.Benchmarks.Compare;

/// <summary>Something that all contenders do.</summary>
internal sealed record Scenario
{
    /// <summary>A short name for the command line.</summary>
    public required string Id { get; init; }

    /// <summary>What the table calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Operations of a round.</summary>
    public required int Operations { get; init; }

    /// <summary>Operations of a round when there is little time.</summary>
    public required int QuickOperations { get; init; }

    /// <summary>How many operations are under way at any time.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>Whether each round has a process of its own, so that its peak of memory can be told.</summary>
    public bool IsApart { get; init; }

    /// <summary>Whether what counts is all operations together, not one of them.</summary>
    public bool CountsWhole { get; init; }

    /// <summary>Does the operation of a number.</summary>
    public required Func<IContender, int, Task> Operation { get; init; }
}
