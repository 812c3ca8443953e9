using Microsoft.Extensions.FileSystemGlobbing;
using S3Gen.Transfer.Keys;

namespace S3Gen.Transfer.Folders;

/// <summary>Chooses files and keys by patterns.</summary>
internal sealed class GlobFilter
{
    private readonly Matcher? _matcher;

    internal GlobFilter(IReadOnlyList<string> include, IReadOnlyList<string> exclude)
    {
        HasIncludes = include.Count > 0;
        if (include.Count == 0 && exclude.Count == 0)
        {
            return;
        }

        _matcher = new Matcher(StringComparison.Ordinal);
        _matcher.AddIncludePatterns(include.Count == 0 ? ["**/*"] : include);
        _matcher.AddExcludePatterns(exclude);
    }

    /// <summary>Whether only what patterns name is chosen.</summary>
    internal bool HasIncludes { get; }

    /// <summary>Whether a name, relative and with slashes, is chosen. What can be no path at all is chosen where there are no patterns only.</summary>
    internal bool Contains(string name)
    {
        if (_matcher is null)
        {
            return true;
        }

        return KeyPath.FindFault(name, FileNameRules.Native) is null && _matcher.Match(name).HasMatches;
    }
}
