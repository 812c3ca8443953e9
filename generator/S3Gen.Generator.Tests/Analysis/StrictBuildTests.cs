using System.Text.RegularExpressions;
using System.Xml.Linq;
using S3Gen.Generator.Tests.Harness;
using S3Gen.Runtime;

namespace S3Gen.Generator.Tests.Analysis;

/// <summary>
/// The client of S3 under AnalysisLevel latest-all. Analyzers pass over generated code, so its marks are taken off: the header, the ending of
/// the file's name and the attribute.
/// </summary>
public sealed class StrictBuildTests
{
    private static readonly string Project = Path.Combine(Models.Root, "generator", "S3Gen.Generator.Tests", "Analysis", "Strict", "Strict.csproj");

    private static string[] Excluded => XDocument.Load(Project).Descendants("NoWarn").Single().Value.Split(';');

    [Test]
    [Category("Full")]
    public async Task Generated_code_has_no_warning_but_those_of_the_documented_list()
    {
        FullRun.Require("compiling all of S3 with all analyzers");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("s3gen-strict-");
        try
        {
            File.Copy(Project, Path.Combine(folder.FullName, "Strict.csproj"));
            GeneratorRun run = GeneratorRun.Of(Models.S3, Models.S3Overlay, ("Namespace", "S3Gen"), ("ClientName", "S3Client"));
            foreach ((string name, string source) in run.Sources)
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name.Replace('/', '.').Replace(".g.cs", ".cs", StringComparison.Ordinal)), Unmarked(source));
            }

            DotnetCommand build = await DotnetCommand.RunAsync(
                folder.FullName, new Dictionary<string, string>(), "build", "-m:1", $"-p:Runtime={typeof(ServiceException).Assembly.Location}");

            Assert.That(build.ExitCode, Is.Zero, build.Output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void The_list_is_the_documented_one()
    {
        string readme = File.ReadAllText(Path.Combine(Models.Root, "generator", "README.md"));

        Assert.That(Regex.Matches(readme, @"^\| (CA\d+) \|", RegexOptions.Multiline).Select(row => row.Groups[1].Value), Is.EqualTo(Excluded));
    }

    private static string Unmarked(string source)
    {
        string body = source[(source.IndexOf("// </auto-generated>", StringComparison.Ordinal) + "// </auto-generated>".Length)..];
        string unmarked = Regex.Replace(body, @"^\[GeneratedCode\(.*\)\]\n", string.Empty, RegexOptions.Multiline).Replace("using System.CodeDom.Compiler;\n", string.Empty, StringComparison.Ordinal);
        Assert.That(unmarked, Does.Not.Contain("GeneratedCode"));
        return unmarked;
    }
}
