namespace S3Gen.Samples.Tests;

/// <summary>C# in a page of the documentation: what stands between <c>```csharp</c> and <c>```</c>. Code of other libraries is marked <c>```cs</c>.</summary>
public sealed record CodeBlock(string Page, int Line, string Code)
{
    private const string Fence = "```csharp";

    /// <summary>Of all pages, in the order in which a reader meets them.</summary>
    public static IEnumerable<CodeBlock> All => Pages.SelectMany(Of);

    /// <summary>All pages of the documentation.</summary>
    public static IEnumerable<string> Pages => Directory
        .EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
        .Select(static page => Path.GetRelativePath(Repository.Root, page))
        .Where(static page => !page.Split(Path.DirectorySeparatorChar).Any(static folder => folder is "bin" or "obj" or "node_modules" || folder.StartsWith('.')))
        .Order(StringComparer.Ordinal);

    /// <summary>The lines of a page that are code by their indentation alone.</summary>
    public static IEnumerable<string> Indented(string page)
    {
        bool isFenced = false;
        foreach (string line in File.ReadLines(Path.Combine(Repository.Root, page)))
        {
            isFenced ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isFenced && line.StartsWith("    ", StringComparison.Ordinal))
            {
                yield return line;
            }
        }
    }

    public override string ToString() => $"{Page.Replace('\\', '/')}:{Line}";

    private static IEnumerable<CodeBlock> Of(string page)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, page));
        for (int start = 0; start < lines.Length; start++)
        {
            if (lines[start].TrimEnd() == Fence)
            {
                int end = Array.FindIndex(lines, start + 1, static line => line.TrimEnd() == "```");
                yield return new CodeBlock(page, start + 1, string.Join('\n', lines[(start + 1)..end]));
                start = end;
            }
        }
    }
}
