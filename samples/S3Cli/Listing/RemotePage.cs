namespace S3Cli.Listing;

/// <summary>A page of a listing.</summary>
internal sealed record RemotePage<T>(IReadOnlyList<string> Prefixes, IReadOnlyList<T> Entries);
