using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Packages.Tests;

/// <summary>
/// A project in a folder of its own outside the repository. Its package cache is its own too, so that what it builds with is what was
/// packed; third-party packages come from the machine's cache or sources.
/// </summary>
internal sealed class ConsumerProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("s3gen-consumer-");
    private readonly Dictionary<string, string> _environment = [];

    public ConsumerProject(string name)
    {
        string machine = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        _environment["NUGET_PACKAGES"] = Path.Combine(_folder.FullName, "packages");
        _environment["NUGET_FALLBACK_PACKAGES"] = machine;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "runtime", "S3Gen.Packages.Tests", "Consumers", name)))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        File.WriteAllText(Path.Combine(_folder.FullName, "NuGet.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed-from-this-repository" value="{PackedRepository.Folder}" />
              </packageSources>
            </configuration>
            """);
    }

    public Task<DotnetCommand> BuildAsync(params string[] arguments) =>
        DotnetCommand.RunAsync(_folder.FullName, _environment, ["build", "-m:1", $"-p:S3GenVersion={PackedRepository.Version}", .. arguments]);

    public Task<DotnetCommand> RunAsync(params string[] arguments) =>
        DotnetCommand.RunAsync(_folder.FullName, _environment, ["bin/Debug/net10.0/Consumer.dll", .. arguments]);

    public void Dispose() => _folder.Delete(recursive: true);
}
