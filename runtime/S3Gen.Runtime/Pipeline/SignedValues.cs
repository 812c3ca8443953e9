using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Pipeline;

/// <summary>What signing adds to a request; hardly anything if it is anonymous.</summary>
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

    /// <summary>Signs the pieces of a body whose signatures follow that of the request.</summary>
    internal ChunkSigner? Chunks { get; init; }
}
