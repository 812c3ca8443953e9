using S3Gen.Runtime;

namespace S3Gen;

/// <summary>How a folder and a prefix are made alike.</summary>
public sealed class SyncOptions
{
    /// <summary>How it is told whether a file and an object differ. Default: <see cref="SyncComparison.SizeAndTime"/>.</summary>
    public SyncComparison Comparison { get; init; }

    /// <summary>Whether what the target has and the source has not is deleted. It is deleted last, and only if all transfers succeeded. Default: false.</summary>
    public bool Delete { get; init; }

    /// <summary>Whether it is only said what would be done. Default: false.</summary>
    public bool DryRun { get; init; }

    /// <summary>Patterns of what is synchronized, e.g. <c>**/*.jpg</c>; all else is left alone on both sides. Default: empty, all.</summary>
    /// <seealso href="https://learn.microsoft.com/dotnet/core/extensions/file-globbing"/>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Patterns of what is left alone of these.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Whether links to files and folders are followed when files are uploaded. Default: false, they are left alone.</summary>
    public bool FollowLinks { get; init; }

    /// <summary>Which keys may become files. Default: <see cref="FileNameRules.Portable"/>.</summary>
    public FileNameRules FileNames { get; init; }

    /// <summary>What is kept with each object that is uploaded.</summary>
    public ObjectSettings Settings { get; init; } = new();

    /// <inheritdoc cref="UploadDirectoryOptions.SettingsOf"/>
    public Func<string, ObjectSettings>? SettingsOf { get; init; }

    /// <inheritdoc cref="DownloadDirectoryOptions.Objects"/>
    public DownloadOptions Objects { get; init; } = new();

    /// <summary>Who is told how far it is; its parts are objects. Null (the default) for nobody.</summary>
    public IProgress<TransferProgress>? Progress { get; init; }
}
