using S3Gen.Runtime;

namespace S3Gen;

/// <summary>How the files of a folder are uploaded.</summary>
public sealed class UploadDirectoryOptions
{
    /// <summary>Patterns of the files to take, e.g. <c>**/*.jpg</c>, relative to the folder and with slashes. Default: empty, all.</summary>
    /// <seealso href="https://learn.microsoft.com/dotnet/core/extensions/file-globbing"/>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Patterns of the files to leave out of these.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Whether links to files and folders are followed. Default: false, they are left out.</summary>
    public bool FollowLinks { get; init; }

    /// <summary>What is kept with each object.</summary>
    public ObjectSettings Settings { get; init; } = new();

    /// <summary>Says what is kept with an object, by its key; null (the default) for <see cref="Settings"/>. It is called by several threads.</summary>
    public Func<string, ObjectSettings>? SettingsOf { get; init; }

    /// <summary>Who is told how far it is; its parts are objects. Null (the default) for nobody.</summary>
    public IProgress<TransferProgress>? Progress { get; init; }
}
