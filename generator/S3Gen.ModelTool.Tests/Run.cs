using System.Text;
using S3Gen.ModelTool.CommandLine;

namespace S3Gen.ModelTool.Tests;

/// <summary>Runs the tool in a folder of its own, as from a command line.</summary>
internal sealed class Run : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("s3gen-").FullName;

    public static string Model => Path.Combine(AppContext.BaseDirectory, "model", "s3.json");

    public static string Overlay => Path.Combine(AppContext.BaseDirectory, "model", "s3.overlay.json");

    public static string Data(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);

    public string File(string name, string? content = null)
    {
        string path = Path.Combine(_folder, name);
        if (content is not null)
        {
            System.IO.File.WriteAllText(path, content);
        }

        return path;
    }

    public IEnumerable<string> Files => Directory.EnumerateFiles(_folder).Select(f => Path.GetFileName(f)!);

    public static (int Code, string Output, string Errors) Tool(params string[] args)
    {
        StringBuilder output = new();
        StringBuilder errors = new();
        using StringWriter outputWriter = new(output);
        using StringWriter errorWriter = new(errors);
        int code = new Tool(outputWriter, errorWriter).Run(args);
        return (code, output.ToString(), errors.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
