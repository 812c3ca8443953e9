namespace S3Gen.Benchmarks;

/// <summary>The repository that this program was built in.</summary>
internal static class RepositoryFolder
{
    /// <exception cref="DirectoryNotFoundException">It runs elsewhere.</exception>
    public static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "S3Gen.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("Run it inside the repository.");
    }
}
