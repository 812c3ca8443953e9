using System.Reflection;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Packaging;

/// <summary>
/// A project in a folder of its own outside the repository, beside the packages that this repository packs. Its package cache is its own
/// too, so that what it builds with is what was packed; third-party packages come from the machine's cache or sources.
/// </summary>
internal sealed class PackedRepository : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("s3gen-consumer-");
    private readonly string _version = $"0.0.0-test.{Guid.NewGuid():N}";
    private readonly Dictionary<string, string> _environment = [];

    private PackedRepository()
    {
        string machine = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        _environment["NUGET_PACKAGES"] = Path.Combine(_folder.FullName, "packages");
        _environment["NUGET_FALLBACK_PACKAGES"] = machine;
    }

    public static async Task<PackedRepository> CreateAsync()
    {
        PackedRepository consumer = new();
        string files = Path.Combine(Models.Root, "generator", "S3Gen.Generator.Tests", "Packaging", "Consumer");
        string model = Path.Combine(Models.Root, "model");
        foreach (string file in Directory.EnumerateFiles(files).Concat(Directory.EnumerateFiles(model, "*.json")))
        {
            File.Copy(file, Path.Combine(consumer._folder.FullName, Path.GetFileName(file)));
        }

        await consumer.PackAsync("generator/S3Gen.Generator");
        await consumer.PackAsync("runtime/S3Gen.Runtime");
        return consumer;
    }

    public Task<DotnetCommand> BuildAsync(params string[] arguments) =>
        DotnetCommand.RunAsync(_folder.FullName, _environment, ["build", "-m:1", $"-p:S3GenVersion={_version}", .. arguments]);

    public Task<DotnetCommand> RunAsync(params string[] arguments) =>
        DotnetCommand.RunAsync(_folder.FullName, _environment, ["bin/Debug/net10.0/Consumer.dll", .. arguments]);

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task PackAsync(string project)
    {
        string configuration = typeof(PackedRepository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        DotnetCommand pack = await DotnetCommand.RunAsync(
            Models.Root, new Dictionary<string, string>(), "pack", project, "--no-build", "-c", configuration, $"-p:PackageVersion={_version}",
            "-o", Path.Combine(_folder.FullName, "feed"));
        Assert.That(pack.ExitCode, Is.Zero, pack.Output);
    }
}
