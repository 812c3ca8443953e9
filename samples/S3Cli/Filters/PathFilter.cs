namespace S3Cli.Filters;

/// <summary>What <c>--exclude</c> and <c>--include</c> leave of a tree: all is in, and of the patterns that fit a path the last one decides.</summary>
internal sealed class PathFilter(IReadOnlyList<PathFilter.Rule> rules)
{
    public static PathFilter All { get; } = new([]);

    /// <param name="path">Relative to the folder that the command names, with slashes.</param>
    public bool Lets(string path)
    {
        for (int i = rules.Count - 1; i >= 0; i--)
        {
            if (rules[i].Pattern.IsMatch(path))
            {
                return rules[i].IsInclude;
            }
        }

        return true;
    }

    internal sealed record Rule(bool IsInclude, Glob Pattern);
}
