using System.CommandLine;
using System.CommandLine.Parsing;

namespace S3Cli.Options;

/// <summary>Makes options and arguments whose text becomes a value by a function; its <see cref="FormatException"/> becomes an error of usage.</summary>
internal static class Parsed
{
    public static Option<T> Option<T>(string name, string value, string description, Func<string, T> parse) => new(name)
    {
        HelpName = value,
        Description = description,
        CustomParser = result => Convert(result, parse),
    };

    public static Argument<T> Argument<T>(string name, string description, Func<string, T> parse) => new(name)
    {
        Description = description,
        CustomParser = result => Convert(result, parse),
    };

    public static Argument<T[]> Arguments<T>(string name, string description, Func<string, T> parse) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => Convert(result, token.Value, parse)!)],
    };

    private static T? Convert<T>(ArgumentResult result, Func<string, T> parse) => Convert(result, result.Tokens[^1].Value, parse);

    private static T? Convert<T>(ArgumentResult result, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (FormatException e)
        {
            result.AddError(e.Message);
            return default;
        }
    }
}
