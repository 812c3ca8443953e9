using S3Cli.Failures;

namespace S3Cli.Locations;

/// <summary>Keeps what is downloaded within its folder, whatever the keys say.</summary>
internal static class SafeName
{
    private static readonly char[] Forbidden = OperatingSystem.IsWindows() ? ['\\', ':', '*', '?', '"', '<', '>', '|'] : [];

    /// <summary>The file in a folder that a key becomes, whose path below the source is <paramref name="name"/>.</summary>
    /// <exception cref="UnsafeNameException">It would be outside of the folder, or cannot be a file.</exception>
    public static string Resolve(string folder, string name)
    {
        string path = folder;
        foreach (string segment in name.Split('/'))
        {
            if (FindFault(segment) is { } fault)
            {
                throw new UnsafeNameException(fault);
            }

            // A link inside the folder may lead anywhere. What stands above the folder is the user's own choice.
            path = Path.Join(path, segment);
            if (new FileInfo(path).LinkTarget is not null)
            {
                throw new UnsafeNameException($"would pass through the link '{path}'");
            }
        }

        return path;
    }

    private static string? FindFault(string segment) => segment switch
    {
        "" => "has an empty part ('//', or '/' at its beginning)",
        "." or ".." => $"has the part '{segment}'",
        _ when segment.Any(char.IsControl) => "has a control character",
        _ when segment.IndexOfAny(Forbidden) >= 0 => "has a character that names of files cannot have",
        _ => null,
    };
}
