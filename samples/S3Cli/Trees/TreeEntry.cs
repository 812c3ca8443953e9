using S3Cli.Locations;

namespace S3Cli.Trees;

/// <summary>A file or object in a tree.</summary>
/// <param name="Name">Its path below the tree's root, with slashes.</param>
/// <param name="Location">Where it is.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Modified">When it was written.</param>
internal sealed record TreeEntry(string Name, Location Location, long Size, DateTimeOffset? Modified);
