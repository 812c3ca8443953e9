namespace S3Gen.Runtime.Pipeline;

/// <summary>The headers that signing adds to a request; all null if it is anonymous.</summary>
internal readonly struct SignedValues
{
    internal string? PayloadHash { get; init; }

    internal string? Date { get; init; }

    internal string? SessionToken { get; init; }

    internal string? Authorization { get; init; }
}
