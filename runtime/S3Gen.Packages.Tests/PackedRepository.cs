using System.IO.Compression;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Packages.Tests;

/// <summary>The packages that this repository makes, packed once for all tests into a folder of its own, under a version that nothing else has.</summary>
[SetUpFixture]
public sealed class PackedRepository
{
    private static DirectoryInfo? _folder;

    internal static string Version { get; } = $"0.0.0-test.{Guid.NewGuid():N}";

    internal static string Folder => _folder!.FullName;

    [OneTimeSetUp]
    public async Task PackAsync()
    {
        _folder = Directory.CreateTempSubdirectory("s3gen-packages-");
        DotnetCommand pack = await DotnetCommand.RunAsync(
            Repository.Root,
            new Dictionary<string, string>(),
            "msbuild",
            "runtime/S3Gen.Packages.Tests/Pack.targets",
            $"-p:Projects={string.Join("%3B", Repository.PackedProjects)}",
            $"-p:Configuration={Repository.Configuration}",
            $"-p:PackageVersion={Version}",
            $"-p:PackageOutputPath={Folder}");
        Assert.That(pack.ExitCode, Is.Zero, pack.Output);
    }

    [OneTimeTearDown]
    public void Clean() => _folder?.Delete(recursive: true);

    internal static ZipArchive Open(string package, string extension = "nupkg") =>
        ZipFile.OpenRead(Path.Combine(Folder, $"{package}.{Version}.{extension}"));
}
