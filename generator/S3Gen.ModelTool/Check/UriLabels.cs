using System.Text.RegularExpressions;

namespace S3Gen.ModelTool.Check;

/// <summary>The names between braces of a URI pattern; <c>{Key+}</c> is the greedy label Key.</summary>
internal static partial class UriLabels
{
    public static IEnumerable<string> In(string pattern) => Label().Matches(pattern).Select(m => m.Groups["name"].Value);

    [GeneratedRegex(@"\{(?<name>[^{}+]+)\+?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();
}
