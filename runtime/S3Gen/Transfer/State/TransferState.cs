namespace S3Gen.Transfer.State;

/// <summary>What a state file holds of any transfer.</summary>
internal record TransferState
{
    public required int Version { get; init; }

    public required string Kind { get; init; }

    public required string Bucket { get; init; }

    public required string Key { get; init; }

    /// <summary>The local file, in full.</summary>
    public required string Path { get; init; }

    public required long Size { get; init; }

    public required long PartSize { get; init; }
}
