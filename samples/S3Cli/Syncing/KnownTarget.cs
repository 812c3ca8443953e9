using S3Cli.Locations;

namespace S3Cli.Syncing;

/// <summary>What the target has under a name.</summary>
internal readonly record struct KnownTarget(long Size, DateTimeOffset? Modified, Location Location);
