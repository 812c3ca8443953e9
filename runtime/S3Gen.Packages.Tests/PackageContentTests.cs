using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace S3Gen.Packages.Tests;

/// <summary>What somebody finds in each package.</summary>
public sealed class PackageContentTests
{
    private static IEnumerable<string> Packages => Repository.PackedProjects.Select(static project => Path.GetFileNameWithoutExtension(project));

    private static IEnumerable<string> Libraries => Packages.Where(static package => package != "S3Gen.Generator");

    [Test]
    public void All_packages_are_known() => Assert.That(Packages, Is.SupersetOf(new[]
    {
        "S3Gen", "S3Gen.Encryption", "S3Gen.Extensions", "S3Gen.Generator", "S3Gen.Runtime", "S3Gen.Testing", "S3Gen.Testing.Mocks",
    }));

    [TestCaseSource(nameof(Packages))]
    public void Package_says_what_it_is(string package)
    {
        using ZipArchive archive = PackedRepository.Open(package);
        using Stream stream = archive.GetEntry($"{package}.nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single(static element => element.Name.LocalName == "metadata");
        Dictionary<string, string> texts = metadata.Elements().ToDictionary(static element => element.Name.LocalName, static element => element.Value);

        Assert.That(texts["license"], Is.EqualTo("Apache-2.0"));
        Assert.That(texts["readme"], Is.EqualTo("README.md"));
        Assert.That(texts["icon"], Is.EqualTo("icon.png"));
        Assert.That(texts["description"], Has.Length.GreaterThan(40));
        Assert.That(texts["version"], Is.EqualTo(PackedRepository.Version));
        Assert.That(archive.GetEntry("README.md")!.Length, Is.GreaterThan(300));
        Assert.That(archive.GetEntry("icon.png")!.Length, Is.GreaterThan(300));
    }

    [TestCaseSource(nameof(Libraries))]
    public void Library_has_documentation_and_symbols_that_lead_to_its_sources(string package)
    {
        using ZipArchive archive = PackedRepository.Open(package);
        Assert.That(archive.GetEntry($"lib/net10.0/{package}.xml")!.Length, Is.GreaterThan(1000));
        using ZipArchive symbols = PackedRepository.Open(package, "snupkg");
        Assert.That(symbols.GetEntry($"lib/net10.0/{package}.pdb"), Is.Not.Null);
    }

    [TestCaseSource(nameof(Libraries))]
    public void Library_is_built_deterministically(string package)
    {
        using ZipArchive archive = PackedRepository.Open(package);
        using MemoryStream assembly = new();
        using (Stream stream = archive.GetEntry($"lib/net10.0/{package}.dll")!.Open())
        {
            stream.CopyTo(assembly);
        }

        assembly.Position = 0;
        using PEReader reader = new(assembly);
        Assert.That(reader.ReadDebugDirectory().Select(static entry => entry.Type), Does.Contain(DebugDirectoryEntryType.Reproducible));
    }

    [Test]
    public void Generator_brings_what_it_needs_and_the_model_of_S3()
    {
        using ZipArchive archive = PackedRepository.Open("S3Gen.Generator");
        string[] files = [.. archive.Entries.Select(static entry => entry.FullName)];

        Assert.That(files, Is.SupersetOf(new[]
        {
            "analyzers/dotnet/cs/S3Gen.Generator.dll", "analyzers/dotnet/cs/Scriban.Signed.dll", "analyzers/dotnet/cs/System.Text.Json.dll",
            "build/S3Gen.Generator.props", "build/S3Gen.Generator.targets", "model/s3.json", "model/s3.overlay.json",
        }));
        Assert.That(files, Has.None.StartsWith("lib/").And.None.Contains("Microsoft.CodeAnalysis"));
    }
}
