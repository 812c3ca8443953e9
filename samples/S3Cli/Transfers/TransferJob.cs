using S3Cli.Failures;
using S3Cli.Locations;

namespace S3Cli.Transfers;

/// <summary>One file or object that is to be somewhere else too.</summary>
internal sealed record TransferJob(Location Source, Location Target, long? Size)
{
    /// <summary>Why it cannot be done; null if nothing is known against it.</summary>
    public UnsafeNameException? Refusal { get; init; }

    /// <summary>What it is called in lines: by the way that the bytes go.</summary>
    public string Action => (Source, Target) switch
    {
        (Location.BucketPath, Location.BucketPath) => "copy",
        (_, Location.BucketPath) => "upload",
        _ => "download",
    };
}
