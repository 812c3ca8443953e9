using System.CommandLine;
using System.CommandLine.Parsing;

namespace S3Cli.App;

/// <summary>What people read who wrote a command line that is none.</summary>
internal static class UsageErrors
{
    /// <summary>What is wrong with a command line; null if nothing.</summary>
    public static string? Find(ParseResult parsed)
    {
        if (FindUnknownOption(parsed) is { } option)
        {
            return $"there is no option '{option}'";
        }

        // Earlier errors often follow from the last one: an unknown command is also one that was not given.
        return parsed.Errors is [.., { } fault] ? fault.Message.TrimEnd('.') : null;
    }

    public static async Task WriteAsync(ParseResult parsed, string fault, TextWriter error)
    {
        string command = NameOf(parsed.CommandResult);
        await error.WriteLineAsync($"{command}: {fault}. See '{command} --help'.");
    }

    public static string NameOf(CommandResult result) =>
        result.Parent is CommandResult ? $"{ToolName.Text} {result.Command.Name}" : ToolName.Text;

    /// <summary>An option that a command does not have is parsed as one of its arguments, or as one too many; behind <c>--</c> it is one.</summary>
    private static string? FindUnknownOption(ParseResult parsed) => parsed.Tokens.Any(static token => token.Type == TokenType.DoubleDash)
        ? null
        : parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(static argument => argument.Tokens, static (_, token) => token.Value)
            .Concat(parsed.UnmatchedTokens)
            .FirstOrDefault(static text => text.StartsWith("--", StringComparison.Ordinal));
}
