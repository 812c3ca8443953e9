using System.CommandLine;
using System.CommandLine.Parsing;
using S3Cli.Filters;

namespace S3Cli.Options;

/// <summary><c>--exclude</c> and <c>--include</c>, whose order among each other counts.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string[]> _exclude = Pattern("--exclude", "Leaves out what fits the pattern. The last of all patterns that fit a path decides.");
    private readonly Option<string[]> _include = Pattern("--include", "Takes what fits the pattern in again.");

    public void AddTo(Command command)
    {
        command.Add(_exclude);
        command.Add(_include);
    }

    public PathFilter Read(ParseResult arguments)
    {
        List<PathFilter.Rule> rules = [];
        bool isInclude = false;
        foreach (Token token in arguments.Tokens)
        {
            if (token.Type == TokenType.Option)
            {
                isInclude = token.Value == _include.Name;
            }
            else if (token.Type == TokenType.Argument && Owns(arguments, isInclude ? _include : _exclude, token))
            {
                rules.Add(new PathFilter.Rule(isInclude, new Glob(token.Value)));
            }
        }

        return new PathFilter(rules);
    }

    private static bool Owns(ParseResult arguments, Option option, Token token) =>
        arguments.GetResult(option)?.Tokens.Any(own => ReferenceEquals(own, token)) == true;

    private static Option<string[]> Pattern(string name, string description) => new(name)
    {
        HelpName = "PATTERN",
        Description = description,
        AllowMultipleArgumentsPerToken = false,
        Arity = ArgumentArity.OneOrMore,
    };
}
