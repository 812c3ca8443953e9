using System.Reflection;
using System.Xml.Linq;

namespace S3Gen.Packages.Tests;

/// <summary>This repository, of whose projects the packages are made.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>How the tests, and with them the projects, were built.</summary>
    public static string Configuration { get; } = typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>All projects that are packed.</summary>
    public static IReadOnlyList<string> PackedProjects { get; } =
    [
        .. new[] { "generator", "runtime" }
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Where(static project => XDocument.Load(project).Descendants("Import").Any(static import => import.Attribute("Project")!.Value.EndsWith("Directory.Pack.props", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "S3Gen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run within the repository.");
    }
}
