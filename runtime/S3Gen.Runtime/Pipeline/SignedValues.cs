namespace S3Gen.Runtime.Pipeline;

/// <summary>The headers that signing adds to a request; all null if it is anonymous.</summary>
internal readonly struct SignedValues
{
    internal string? PayloadHash { get; init; }

    internal string? Date { get; init; }

    /// <summary>The regions in which an asymmetric signature holds.</summary>
    internal string? RegionSet { get; init; }

    internal string? SessionToken { get; init; }

    /// <summary>The header in which <see cref="SessionToken"/> is sent.</summary>
    internal string? SessionTokenHeader { get; init; }

    internal string? Authorization { get; init; }
}
