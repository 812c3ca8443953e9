namespace S3Gen.Integration.Faults;

/// <summary>The files and sockets that this process has open, where the system tells (Linux).</summary>
internal static class OpenDescriptors
{
    private const string Folder = "/proc/self/fd";

    public static int Count() => Directory.Exists(Folder) ? Directory.GetFiles(Folder).Length : 0;

    /// <summary>The open files in a folder.</summary>
    public static IReadOnlyList<string> To(string folder) => Directory.Exists(Folder)
        ? [.. Directory.GetFiles(Folder).Select(link => new FileInfo(link).LinkTarget ?? string.Empty).Where(target => target.StartsWith(folder, StringComparison.Ordinal))]
        : [];
}
