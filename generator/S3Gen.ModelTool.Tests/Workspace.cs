using S3Gen.ModelTool.Commands;

namespace S3Gen.ModelTool.Tests;

/// <summary>A folder of its own for each test, and the tool run in it.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("s3gen-tool-");

    public string Output { get; private set; } = string.Empty;

    public static string RepositoryModel { get; } = Path.Combine(FindRoot(), "model", "s3.json");

    public static string RepositoryOverlay { get; } = Path.Combine(FindRoot(), "model", "s3.overlay.json");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public int Run(params string[] args)
    {
        using StringWriter writer = new();
        int code = Tool.Run(args, writer, writer);
        Output = writer.ToString();
        return code;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "S3Gen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
