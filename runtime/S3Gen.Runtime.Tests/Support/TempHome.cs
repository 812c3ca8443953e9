namespace S3Gen.Runtime.Tests.Support;

/// <summary>A home directory with shared AWS files, which is removed in the end.</summary>
internal sealed class TempHome : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("s3gen-home");

    public TempHome(string? config = null, string? credentials = null)
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, ".aws"));
        if (config is not null)
        {
            Write(".aws/config", config);
        }

        if (credentials is not null)
        {
            Write(".aws/credentials", credentials);
        }
    }

    public string Path => _directory.FullName;

    /// <summary>Writes a file and gives its whole path.</summary>
    public string Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public FakeEnvironment Environment(params (string Name, string Value)[] variables) => new(variables) { Home = Path };

    public void Dispose() => _directory.Delete(recursive: true);
}
