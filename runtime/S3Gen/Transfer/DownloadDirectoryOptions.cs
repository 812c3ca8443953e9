using S3Gen.Runtime;

namespace S3Gen;

/// <summary>How objects are downloaded to a folder.</summary>
public sealed class DownloadDirectoryOptions
{
    /// <summary>Patterns of the keys to take, e.g. <c>**/*.jpg</c>, relative to the prefix. Default: empty, all.</summary>
    /// <seealso href="https://learn.microsoft.com/dotnet/core/extensions/file-globbing"/>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Patterns of the keys to leave out of these.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Which keys may become files. Default: <see cref="FileNameRules.Portable"/>.</summary>
    public FileNameRules FileNames { get; init; }

    /// <summary>How each object is downloaded: its keys for decryption, its payer. State files, versions and progress of single objects are not for folders.</summary>
    public DownloadOptions Objects { get; init; } = new();

    /// <summary>Who is told how far it is; its parts are objects. Null (the default) for nobody.</summary>
    public IProgress<TransferProgress>? Progress { get; init; }
}
